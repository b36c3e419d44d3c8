"""The addresses of the cooperation, a module a subject."""

from mentoring.urls import agreements, desks, follow_ups, issues, trainings, visits

app_name = "mentoring"
urlpatterns = [
    *visits.urlpatterns,
    *follow_ups.urlpatterns,
    *issues.urlpatterns,
    *desks.urlpatterns,
    *agreements.urlpatterns,
    *trainings.urlpatterns,
]
