"""Follow-ups, and the panel of follow-ups on a school's page."""

from django.urls import path

from mentoring.views import follow_up_evidence, follow_up_steps, follow_ups, panels, ticks

urlpatterns = [
    path("tindak-lanjut/", follow_ups.follow_ups, name="follow-ups"),
    path("tindak-lanjut/umur/", follow_ups.follow_ups_ageing, name="follow-ups-ageing"),
    path("tindak-lanjut/<int:pk>/", follow_ups.follow_up, name="follow-up"),
    path("tindak-lanjut/<int:pk>/centang/", ticks.follow_up_tick, name="follow-up-tick"),
    path("tindak-lanjut/<int:pk>/lapor/", follow_ups.follow_up_report, name="follow-up-report"),
    path(
        "tindak-lanjut/<int:pk>/verifikasi/",
        follow_up_steps.follow_up_verify,
        name="follow-up-verify",
    ),
    path(
        "tindak-lanjut/<int:pk>/kembalikan/",
        follow_up_steps.follow_up_send_back,
        name="follow-up-send-back",
    ),
    path(
        "tindak-lanjut/<int:pk>/bukti/",
        follow_up_evidence.follow_up_evidence_add,
        name="follow-up-evidence-add",
    ),
    path("bukti/<int:pk>/", follow_up_evidence.follow_up_evidence, name="follow-up-evidence"),
    path(
        "bukti/<int:pk>/kecil/",
        follow_up_evidence.follow_up_evidence_thumbnail,
        name="follow-up-evidence-thumbnail",
    ),
    path(
        "bukti/<int:pk>/hapus/",
        follow_up_evidence.follow_up_evidence_delete,
        name="follow-up-evidence-delete",
    ),
    path("sekolah/<npsn:npsn>/tindak-lanjut/", panels.school_follow_ups, name="school-follow-ups"),
]
