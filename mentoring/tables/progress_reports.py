"""The badge of each state of a progress report."""

from mentoring.models import ProgressReport
from portal.templatetags.portal import badge

LOOK = {
    ProgressReport.State.PROPOSED: ("middle", "hourglass-split"),
    ProgressReport.State.APPROVED: ("good", "check-circle"),
    ProgressReport.State.SENT_BACK: ("bad", "arrow-return-left"),
}


def state_badge(report: ProgressReport) -> str:
    """The state of a report as word, icon and colour."""
    tone, icon = LOOK[report.state]
    return badge(tone, icon, report.get_state_display())
