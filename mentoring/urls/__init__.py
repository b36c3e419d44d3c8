"""The addresses of the cooperation, a module a subject."""

from mentoring.urls import (
    addenda,
    agreements,
    desks,
    follow_ups,
    issues,
    papers,
    planning,
    progress_reports,
    regulations,
    trainings,
    visits,
    work_plans,
)

app_name = "mentoring"
urlpatterns = [
    *visits.urlpatterns,
    *planning.urlpatterns,
    *follow_ups.urlpatterns,
    *issues.urlpatterns,
    *desks.urlpatterns,
    *agreements.urlpatterns,
    *trainings.urlpatterns,
    *work_plans.urlpatterns,
    *addenda.urlpatterns,
    *regulations.urlpatterns,
    *progress_reports.urlpatterns,
    *papers.urlpatterns,
]
