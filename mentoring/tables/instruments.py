"""How versions of instruments are listed, and the badge of each state."""

from django.utils.translation import gettext_lazy as _

from mentoring.models import Instrument
from portal.lists import Column
from portal.templatetags.portal import badge, day

LOOK = {
    Instrument.State.DRAFT: ("quiet", "pencil"),
    Instrument.State.PUBLISHED: ("good", "check-circle"),
    Instrument.State.RETIRED: ("quiet", "archive"),
}


def state_badge(instrument: Instrument) -> str:
    """The state of a version as word, icon and colour."""
    tone, icon = LOOK[instrument.state]
    return badge(tone, icon, instrument.get_state_display())


COLUMNS = [
    Column("nama", _("Nama"), lambda row: row.name, ("name", "number"), on_phone=True),
    Column("versi", _("Versi"), lambda row: row.number, ("number",), numeric=True, on_phone=True),
    Column("kode", _("Kode"), lambda row: row.code, ("code",)),
    Column("status", _("Status"), state_badge, ("state",), on_phone=True),
    Column("butir", _("Butir"), lambda row: row.item_count, ("item_count",), numeric=True),
    Column("terbit", _("Terbit"), lambda row: day(row.published_at)),
    Column(
        "kunjungan", _("Kunjungan"), lambda row: row.visit_count, ("visit_count",), numeric=True
    ),
]
