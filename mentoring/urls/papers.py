"""Papers: those of visits, sessions and facilitators, bundles of them, and their public page."""

from django.urls import path

from mentoring.views import bundles, checks, facilitators, papers

urlpatterns = [
    path("p/<slug:token>/", checks.paper_check, name="paper-check"),
    path("naskah/<int:pk>.pdf", papers.paper, name="paper"),
    path("kunjungan/<int:pk>/berita-acara.pdf", papers.visit_minutes, name="visit-minutes"),
    path(
        "kunjungan/<int:pk>/daftar-hadir.pdf",
        papers.visit_attendance_list,
        name="visit-attendance-list",
    ),
    path("kunjungan/<int:pk>/surat-tugas/", papers.visit_letter, name="visit-letter"),
    path("kunjungan/<int:pk>/berita-acara/terbitkan/", papers.minutes_issue, name="minutes-issue"),
    path(
        "kunjungan/<int:pk>/berita-acara/perbaiki/",
        papers.minutes_correct,
        name="minutes-correct",
    ),
    path(
        "sesi/<int:pk>/daftar-hadir.pdf",
        papers.session_attendance_list,
        name="session-attendance-list",
    ),
    path(
        "fasilitator/<int:pk>/berkas/", facilitators.facilitator_papers, name="facilitator-papers"
    ),
    path(
        "fasilitator/<int:pk>/rekap.pdf", facilitators.facilitator_recap, name="facilitator-recap"
    ),
    path("fasilitator/<int:pk>/surat-tugas/", facilitators.letter_add, name="letter-add"),
    path("kunjungan/kumpulan/", bundles.bundles, name="bundles"),
    path("kunjungan/kumpulan/buat/", bundles.bundle_add, name="bundle-add"),
    path("kunjungan/kumpulan/<int:pk>/", bundles.bundle, name="bundle"),
    path("kunjungan/kumpulan/<int:pk>/kemajuan/", bundles.bundle_progress, name="bundle-progress"),
    path("kunjungan/kumpulan/<int:pk>/lanjutkan/", bundles.bundle_resume, name="bundle-resume"),
    path("kunjungan/kumpulan/<int:pk>/unduh.zip", bundles.bundle_file, name="bundle-file"),
]
