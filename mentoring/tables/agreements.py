"""How agreements are listed, and how their status looks everywhere."""

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentoring.models import Agreement
from portal.lists import Column
from portal.templatetags.portal import badge

LOOKS = {
    Agreement.Status.DRAFT: ("quiet", "pencil"),
    Agreement.Status.COMING: ("info", "clock"),
    Agreement.Status.IN_FORCE: ("good", "check-circle"),
    Agreement.Status.RENEWED: ("good", "arrow-repeat"),
    Agreement.Status.ENDING: ("middle", "hourglass-split"),
    Agreement.Status.ENDED: ("quiet", "archive"),
    Agreement.Status.TERMINATED: ("bad", "x-octagon"),
}


def standing(agreement: Agreement) -> SafeString:
    """The badge of an agreement's status; one about to end says in how many days."""
    tone, icon = LOOKS[agreement.status]
    return badge(tone, icon, _label(agreement))


def _label(agreement: Agreement) -> str:
    if agreement.status != Agreement.Status.ENDING:
        return agreement.status.label
    days = agreement.days_left
    if days == 0:
        return _("berakhir hari ini")
    text = ngettext("akan berakhir dalam %(days)s hari", "akan berakhir dalam %(days)s hari", days)
    return text % {"days": days}


def period(agreement: Agreement) -> str:
    """2 November 2022 – 2 November 2025."""
    return f"{date_format(agreement.starts_on)} – {date_format(agreement.ends_on)}"


COLUMNS = [
    Column("judul", gettext_lazy("Judul"), lambda row: row.title, ("title",), on_phone=True),
    Column("jenis", gettext_lazy("Jenis"), lambda row: row.get_kind_display(), ("kind",)),
    Column("wilayah", gettext_lazy("Wilayah"), lambda row: row.area.name, ("area__name",)),
    Column("masa", gettext_lazy("Masa berlaku"), period, ("starts_on",), on_phone=True),
    Column(
        "berakhir", gettext_lazy("Berakhir"), lambda row: date_format(row.ends_on), ("ends_on",)
    ),
    Column("status", gettext_lazy("Status"), standing, on_phone=True),
]
