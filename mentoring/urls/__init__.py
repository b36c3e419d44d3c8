"""The addresses of the cooperation, a module a subject."""

from mentoring.urls import agreements, follow_ups, instruments, trainings, visits

app_name = "mentoring"
urlpatterns = [
    *visits.urlpatterns,
    *follow_ups.urlpatterns,
    *instruments.urlpatterns,
    *agreements.urlpatterns,
    *trainings.urlpatterns,
]
