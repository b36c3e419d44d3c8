"""How visits look in lists, and the badge of each state."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mentoring.models import Visit
from portal.lists import Column
from portal.templatetags.portal import badge, day

# Tone and icon of a state; the word is the state's own label.
LOOK = {
    Visit.State.PLANNED: ("info", "calendar-event"),
    Visit.State.ONGOING: ("info", "play-circle"),
    Visit.State.DRAFT: ("quiet", "pencil"),
    Visit.State.SUBMITTED: ("middle", "hourglass-split"),
    Visit.State.SENT_BACK: ("bad", "arrow-return-left"),
    Visit.State.VERIFIED: ("good", "check-circle"),
    Visit.State.CANCELLED: ("quiet", "x-circle"),
}


def state_badge(visit: Visit) -> str:
    """The state of a visit as word, icon and colour."""
    tone, icon = LOOK[visit.state]
    return badge(tone, icon, Visit.State(visit.state).label)


def unbroken(text: str) -> str:
    """Text that stays on one line."""
    return format_html('<span class="text-nowrap">{}</span>', text)


COLUMNS = [
    Column("nomor", _("Nomor"), lambda v: unbroken(v.number), order=("pk",), on_phone=True),
    Column(
        "sekolah", _("Sekolah"), lambda v: v.school.name, order=("school__name",), on_phone=True
    ),
    Column(
        "tanggal", _("Tanggal"), lambda v: unbroken(day(v.date)), order=("date",), on_phone=True
    ),
    Column("jenis", _("Jenis"), lambda v: v.kind.name, order=("kind__name",)),
    Column(
        "fasilitator", _("Fasilitator"), lambda v: v.facilitator.name, order=("facilitator__name",)
    ),
    Column("status", _("Status"), state_badge, order=("state", "date"), on_phone=True),
    Column(
        "terbuka",
        _("Tindak lanjut terbuka"),
        lambda v: v.open_follow_ups,
        order=("open_follow_ups",),
        numeric=True,
    ),
]
