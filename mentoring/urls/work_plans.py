"""Addresses of the work plan: years, activities, clauses."""

from django.urls import path

from mentoring.views import activities
from mentoring.views import work_plans as views

urlpatterns = [
    path("kerja-sama/<int:pk>/rencana/tambah/", views.work_plan_add, name="work-plan-add"),
    path("rencana-kerja/<int:pk>/", views.work_plan, name="work-plan"),
    path("rencana-kerja/<int:pk>/kegiatan/tambah/", activities.activity_add, name="activity-add"),
    path("klausul/<int:pk>/", views.clause, name="clause"),
    path("kegiatan/<int:pk>/", activities.activity, name="activity"),
    path("kegiatan/<int:pk>/ubah/", activities.activity_edit, name="activity-edit"),
    path("kegiatan/<int:pk>/batalkan/", activities.activity_drop, name="activity-drop"),
    path("kegiatan/<int:pk>/lanjutkan/", activities.activity_resume, name="activity-resume"),
    path("kegiatan/<int:pk>/kunjungan/", activities.activity_visits, name="activity-visits"),
    path(
        "kegiatan/<int:pk>/tindak-lanjut/",
        activities.activity_follow_ups,
        name="activity-follow-ups",
    ),
    path("kunjungan/<int:pk>/kegiatan/", activities.visit_activity, name="visit-activity"),
]
