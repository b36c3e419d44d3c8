"""The addresses of the cooperation, a module a subject."""

from mentoring.urls import agreements, follow_ups, planning, trainings, visits

app_name = "mentoring"
urlpatterns = [
    *visits.urlpatterns,
    *planning.urlpatterns,
    *follow_ups.urlpatterns,
    *agreements.urlpatterns,
    *trainings.urlpatterns,
]
