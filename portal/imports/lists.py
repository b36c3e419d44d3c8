"""The list of imports: its columns and filters."""

import django_filters
from django.utils.translation import gettext_lazy as _

from portal.filters import ListFilter
from portal.forms import FilterSearch, FilterSelect
from portal.imports.models import Batch, State
from portal.imports.profiles import profiles
from portal.lists import Column
from portal.templatetags.portal import badge, clock, day, number

TONES = {
    State.STAGED: ("middle", "hourglass-split"),
    State.MATCHING: ("middle", "hourglass-split"),
    State.COMMITTED: ("good", "check-circle"),
    State.UNREADABLE: ("bad", "exclamation-octagon"),
}


def state_badge(batch: Batch) -> str:
    """The state in words, with an icon and a tone."""
    tone, icon = TONES.get(batch.state, ("quiet", "circle"))
    return badge(tone, icon, batch.get_state_display())


COLUMNS = [
    Column("berkas", _("Berkas"), lambda b: b.file_name, order=("file_name",), on_phone=True),
    Column("keadaan", _("Keadaan"), state_badge, order=("state",), on_phone=True),
    Column(
        "waktu",
        _("Diunggah"),
        lambda b: f"{day(b.at)}, {clock(b.at)}",
        order=("at",),
        on_phone=True,
    ),
    Column("oleh", _("Oleh"), lambda b: b.by or _("baris perintah"), order=("by__name",)),
    Column("baris", _("Baris"), lambda b: number(b.row_count), order=("row_count",), numeric=True),
]


class BatchFilter(ListFilter):
    """The filters of the list of imports."""

    q = django_filters.CharFilter(
        label=_("Nama berkas"),
        field_name="file_name",
        lookup_expr="icontains",
        max_length=120,
        widget=FilterSearch(),
    )
    keadaan = django_filters.ChoiceFilter(
        label=_("Keadaan"),
        field_name="state",
        choices=State.choices,
        widget=FilterSelect(),
    )
    jenis = django_filters.ChoiceFilter(
        label=_("Jenis berkas"),
        field_name="kind",
        choices=lambda: [(profile.kind, profile.label) for profile in profiles()],
        widget=FilterSelect(),
    )
