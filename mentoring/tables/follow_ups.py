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
    FollowUp.State.DONE: ("good", "check-circle"),
}


def state_badge(follow_up: FollowUp) -> str:
    """The state of a follow-up as word, icon and colour."""
    tone, icon = LOOK[follow_up.state]
    return badge(tone, icon, follow_up.get_state_display())


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
    """Whose task it is, with the name where one was given."""
    side = follow_up.get_owner_display() or "–"
    return f"{side} ({follow_up.owner_name})" if follow_up.owner_name else side


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
    Column("tenggat", _("Tenggat"), due, order=("due_on",), on_phone=True),
    Column("status", _("Status"), state_badge, order=("state", "due_on"), on_phone=True),
]
