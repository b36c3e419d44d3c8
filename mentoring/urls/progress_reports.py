"""Addresses of the progress reports."""

from django.urls import path

from mentoring.views import progress_reports as views

urlpatterns = [
    path("kerja-sama/<int:pk>/laporan/", views.progress_reports, name="progress-reports"),
    path(
        "kerja-sama/<int:pk>/laporan/ajukan/",
        views.progress_report_propose,
        name="progress-report-propose",
    ),
    path("laporan-kemajuan/<int:pk>/", views.progress_report, name="progress-report"),
    path(
        "laporan-kemajuan/<int:pk>/setujui/",
        views.progress_report_sign,
        name="progress-report-sign",
    ),
    path(
        "laporan-kemajuan/<int:pk>/kembalikan/",
        views.progress_report_send_back,
        name="progress-report-send-back",
    ),
]
