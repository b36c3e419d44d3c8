"""The addresses of the cooperation, a module a subject."""

from mentoring.urls import (
    agreements,
    desks,
    follow_ups,
    instruments,
    issues,
    snippets,
    trainings,
    visits,
)

app_name = "mentoring"
urlpatterns = [
    *visits.urlpatterns,
    *follow_ups.urlpatterns,
    *instruments.urlpatterns,
    *issues.urlpatterns,
    *desks.urlpatterns,
    *snippets.urlpatterns,
    *agreements.urlpatterns,
    *trainings.urlpatterns,
]
