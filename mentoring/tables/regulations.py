"""How regulations are listed, and the badge of each state."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mentoring.models import Regulation
from portal.lists import Column
from portal.templatetags.portal import badge

LOOK = {
    Regulation.State.PROPOSED: ("quiet", "pencil"),
    Regulation.State.DISCUSSED: ("info", "chat-square-text"),
    Regulation.State.ENACTED: ("good", "check-circle"),
    Regulation.State.REVOKED: ("bad", "x-octagon"),
}


def state_badge(regulation: Regulation) -> str:
    """The state of a regulation as word, icon and colour."""
    tone, icon = LOOK[regulation.state]
    return badge(tone, icon, regulation.get_state_display())


def _enacted(regulation: Regulation) -> str:
    return date_format(regulation.enacted_on) if regulation.enacted_on else "–"


COLUMNS = [
    Column("tentang", _("Tentang"), lambda r: r.about, ("about",), on_phone=True),
    Column("jenis", _("Jenis"), lambda r: r.get_kind_display(), ("kind",), on_phone=True),
    Column("nomor", _("Nomor"), lambda r: r.number or "–", ("number",)),
    Column("tanggal", _("Ditetapkan"), _enacted, ("enacted_on",)),
    Column("status", _("Status"), state_badge, ("state",), on_phone=True),
    Column("naskah", _("Naskah kerja sama"), lambda r: r.agreement.title, ("agreement__title",)),
]
