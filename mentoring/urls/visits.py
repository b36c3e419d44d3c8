"""Visits, their photos, and the panel of visits on a school's page."""

from django.urls import path

from mentoring.views import (
    comments,
    companions,
    confirmations,
    evidence,
    moves,
    panels,
    places,
    reports,
    steps,
    visits,
)

urlpatterns = [
    path("kunjungan/", visits.visits, name="visits"),
    path("kunjungan/rencana/", visits.visit_plan, name="visit-plan"),
    path("kunjungan/<int:pk>/", visits.visit, name="visit"),
    path("kunjungan/<int:pk>/laporan/", reports.visit_record, name="visit-record"),
    path("kunjungan/<int:pk>/laporan/jawaban/", reports.visit_answers, name="visit-answers"),
    path("kunjungan/<int:pk>/mulai/", steps.visit_start, name="visit-start"),
    path("kunjungan/<int:pk>/selesai/", steps.visit_end, name="visit-end"),
    path("kunjungan/<int:pk>/jadwal-ulang/", moves.visit_reschedule, name="visit-reschedule"),
    path("kunjungan/<int:pk>/penulis/", companions.companions, name="companions"),
    path("kunjungan/<int:pk>/penulis/tambah/", companions.companion_add, name="companion-add"),
    path("penulis/<int:pk>/lepas/", companions.companion_remove, name="companion-remove"),
    path("kunjungan/<int:pk>/ajukan/", steps.visit_submit, name="visit-submit"),
    path("kunjungan/<int:pk>/verifikasi/", steps.visit_verify, name="visit-verify"),
    path("kunjungan/<int:pk>/kembalikan/", steps.visit_send_back, name="visit-send-back"),
    path("kunjungan/<int:pk>/batalkan/", steps.visit_cancel, name="visit-cancel"),
    path("kunjungan/<int:pk>/riwayat/", visits.visit_history, name="visit-history"),
    path("kunjungan/<int:pk>/foto/", evidence.evidence_add, name="evidence-add"),
    path("kunjungan/<int:pk>/posisi/", places.visit_place, name="visit-place"),
    path(
        "kunjungan/<int:pk>/tanda-tangan/",
        confirmations.confirmation_sign,
        name="confirmation-sign",
    ),
    path("kunjungan/<int:pk>/konfirmasi/", confirmations.confirmation_add, name="confirmation-add"),
    path("kunjungan/<int:pk>/diskusi/", comments.discussion, name="discussion"),
    path("kunjungan/<int:pk>/diskusi/orang/", comments.discussion_people, name="discussion-people"),
    path("kunjungan/<int:pk>/diskusi/tulis/", comments.comment_add, name="comment-add"),
    path("komentar/<int:pk>/ubah/", comments.comment_edit, name="comment-edit"),
    path("komentar/<int:pk>/hapus/", comments.comment_delete, name="comment-delete"),
    path("foto/<int:pk>/", evidence.evidence, name="evidence"),
    path("foto/<int:pk>/kecil/", evidence.evidence_thumbnail, name="evidence-thumbnail"),
    path("foto/<int:pk>/hapus/", evidence.evidence_delete, name="evidence-delete"),
    path("indikator/katalog/<int:pk>/kerja-sama/", panels.indicator_work, name="indicator-work"),
    path("sekolah/<npsn:npsn>/kunjungan/", panels.school_visits, name="school-visits"),
]
