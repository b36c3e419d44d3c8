"""The addresses of the cooperation, a module a subject."""

from mentoring.urls import (
    addenda,
    agreements,
    desks,
    follow_ups,
    instruments,
    issues,
    papers,
    planning,
    posts,
    progress_reports,
    regulations,
    snippets,
    trainings,
    visits,
    work_plans,
)

app_name = "mentoring"
urlpatterns = [
    *visits.urlpatterns,
    *planning.urlpatterns,
    *follow_ups.urlpatterns,
    *instruments.urlpatterns,
    *issues.urlpatterns,
    *desks.urlpatterns,
    *snippets.urlpatterns,
    *agreements.urlpatterns,
    *trainings.urlpatterns,
    *work_plans.urlpatterns,
    *addenda.urlpatterns,
    *regulations.urlpatterns,
    *progress_reports.urlpatterns,
    *papers.urlpatterns,
    *posts.urlpatterns,
]
