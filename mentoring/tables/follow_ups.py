"""How follow-ups look in lists, and the badge of each state."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.models import FollowUp
from portal.lists import Column
from portal.templatetags.portal import badge, day

LOOK = {
    FollowUp.State.OPEN: ("quiet", "circle"),
    FollowUp.State.IN_PROGRESS: ("info", "arrow-repeat"),
    FollowUp.State.DONE: ("middle", "hourglass-split"),
    FollowUp.State.VERIFIED: ("good", "check-circle"),
    FollowUp.State.RETURNED: ("bad", "arrow-return-left"),
}
PRIORITY_LOOK = {
    FollowUp.Priority.HIGH: ("bad", "chevron-double-up"),
    FollowUp.Priority.MEDIUM: ("quiet", "dash"),
    FollowUp.Priority.LOW: ("quiet", "chevron-down"),
}


def state_badge(follow_up: FollowUp) -> str:
    """The state of a follow-up as word, icon and colour."""
    tone, icon = LOOK[follow_up.state]
    return badge(tone, icon, FollowUp.State(follow_up.state).label)


def priority_badge(follow_up: FollowUp) -> str:
    """How pressing a follow-up is, as word, icon and colour."""
    tone, icon = PRIORITY_LOOK[follow_up.priority]
    return badge(tone, icon, FollowUp.Priority(follow_up.priority).label)


def late_badge(follow_up: FollowUp) -> str:
    """How many days the follow-up is late, as a badge; nothing where it is not."""
    days = follow_up.days_late
    if not days:
        return ""
    return badge("bad", "alarm", ngettext("lewat %d hari", "lewat %d hari", days) % days)


def due(follow_up: FollowUp) -> str:
    """The due date, with a badge that says how many days late it is."""
    return format_html("{} {}", day(follow_up.due_on), late_badge(follow_up))


def owner(follow_up: FollowUp) -> str:
    """Whose task it is, with the person or the name where one was given."""
    side = str(FollowUp.Owner(follow_up.owner).label) if follow_up.owner else "–"
    name = follow_up.owner_person.name if follow_up.owner_person else follow_up.owner_name
    return f"{side} ({name})" if name else side


COLUMNS = [
    Column(
        "uraian", _("Tindak lanjut"), lambda f: f.description, order=("description",), on_phone=True
    ),
    Column(
        "sekolah",
        _("Sekolah"),
        lambda f: f.visit.school.name,
        order=("visit__school__name",),
        on_phone=True,
    ),
    Column("pelaksana", _("Pelaksana"), owner, order=("owner", "owner_name")),
    # The words stand in the order of the alphabet, which happens to be that of the levels.
    Column("prioritas", _("Prioritas"), priority_badge, order=("priority", "due_on")),
    Column("tenggat", _("Tenggat"), due, order=("due_on",), on_phone=True),
    Column("status", _("Status"), state_badge, order=("state", "due_on"), on_phone=True),
]
