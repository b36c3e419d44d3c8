"""Issues, their steps, and the panel of issues on a school's page."""

from django.urls import path

from mentoring.views import issue_steps, issues

urlpatterns = [
    path("hambatan/", issues.issues, name="issues"),
    path("hambatan/<int:pk>/", issues.issue, name="issue"),
    path("hambatan/<int:pk>/naikkan/", issue_steps.issue_up, name="issue-up"),
    path("hambatan/<int:pk>/jawab/", issue_steps.issue_answer, name="issue-answer"),
    path("hambatan/<int:pk>/teruskan/", issue_steps.issue_down, name="issue-down"),
    path("hambatan/<int:pk>/tutup/", issue_steps.issue_close, name="issue-close"),
    path("hambatan/<int:pk>/buka/", issue_steps.issue_reopen, name="issue-reopen"),
    path("kunjungan/<int:pk>/hambatan/", issues.issue_add_of_visit, name="visit-issue-add"),
    path("sekolah/<npsn:npsn>/hambatan/baru/", issues.issue_add, name="school-issue-add"),
    path("sekolah/<npsn:npsn>/hambatan/", issues.school_issues, name="school-issues"),
]
