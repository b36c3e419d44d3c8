"""Addresses of planning: assignments, year plans, the calendar and its feed, need."""

from django.urls import path

from mentoring.views import assignments, calendar, feeds, impact, need, year_plans

urlpatterns = [
    path("penugasan/", assignments.assignments, name="assignments"),
    path("penugasan/tambah/", assignments.assignment_add, name="assignment-add"),
    path("penugasan/belum-didampingi/", assignments.coverage, name="assignment-coverage"),
    path("penugasan/fasilitator/<int:pk>/", assignments.facilitator, name="facilitator"),
    path("penugasan/<int:pk>/akhiri/", assignments.assignment_end, name="assignment-end"),
    path(
        "penugasan/<int:pk>/alihkan/", assignments.assignment_hand_over, name="assignment-hand-over"
    ),
    path("kunjungan/rencana-tahunan/", year_plans.year_plans, name="year-plans"),
    path("kunjungan/kalender/", calendar.calendar, name="calendar"),
    path("kunjungan/kalender/alamat/", feeds.feed_settings, name="calendar-feed"),
    path("kunjungan/kalender/alamat/cabut/", feeds.feed_revoke, name="calendar-feed-revoke"),
    path("kalender/<str:secret>.ics", feeds.feed, name="feed"),
    path("kunjungan/kebutuhan/", need.need, name="need"),
    path("kunjungan/pemerataan/", need.fairness, name="fairness"),
    path("kunjungan/dampak/", impact.impact, name="impact"),
]
