"""Follow-ups, and the panel of follow-ups on a school's page."""

from django.urls import path

from mentoring.views import follow_ups, panels

urlpatterns = [
    path("tindak-lanjut/", follow_ups.follow_ups, name="follow-ups"),
    path("tindak-lanjut/<int:pk>/", follow_ups.follow_up, name="follow-up"),
    path("tindak-lanjut/<int:pk>/lapor/", follow_ups.follow_up_report, name="follow-up-report"),
    path("sekolah/<npsn:npsn>/tindak-lanjut/", panels.school_follow_ups, name="school-follow-ups"),
]
