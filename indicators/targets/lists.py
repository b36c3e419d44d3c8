"""The columns and filters of the list of targets."""

import django_filters
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.figures import plain, written
from indicators.models import Indicator, Target
from indicators.models.targets import Standing
from portal.filters import ListFilter
from portal.forms import FilterSearch, FilterSelect
from portal.lists import Column
from portal.templatetags.portal import badge

LOOKS = {
    Standing.REACHED: ("good", "check-circle-fill"),
    Standing.ON_TRACK: ("good", "arrow-up-right"),
    Standing.BEHIND: ("bad", "exclamation-octagon-fill"),
    Standing.NO_FIGURE: ("quiet", "circle"),
    Standing.NOT_COMPARABLE: ("quiet", "slash-circle"),
}


def standing_badge(target: Target) -> str:
    """How a target stands, in a word with its colour."""
    tone, icon_name = LOOKS[target.standing]
    return badge(tone, icon_name, Standing(target.standing).label)


def gap(target: Target) -> str:
    """What is left to the target in points; – where it is reached or nothing can be said."""
    if target.standing not in (Standing.ON_TRACK, Standing.BEHIND):
        return "–"
    return _("kurang %s poin") % plain(abs(target.left))


def _newest(target: Target) -> str:
    if target.newest is None:
        return "–"
    return f"{written(target.indicator, target.newest)} ({target.newest_year})"


COLUMNS = [
    Column("tempat", gettext_lazy("Tempat"), lambda t: t.place.name, on_phone=True),
    Column(
        "indikator",
        gettext_lazy("Indikator"),
        lambda t: str(t.indicator),
        order=("indicator__code", "indicator__name"),
        on_phone=True,
    ),
    Column(
        "awal",
        gettext_lazy("Awal"),
        lambda t: f"{written(t.indicator, t.baseline)} ({t.baseline_year})",
    ),
    Column(
        "sasaran",
        gettext_lazy("Sasaran"),
        lambda t: f"{written(t.indicator, t.value)} ({t.year})",
        order=("year",),
        on_phone=True,
    ),
    Column("terbaru", gettext_lazy("Capaian terbaru"), _newest),
    Column("keadaan", gettext_lazy("Keadaan"), standing_badge, on_phone=True),
    Column("selisih", gettext_lazy("Sampai sasaran"), gap),
]


class TargetFilter(ListFilter):
    """By place, indicator and standing."""

    q = django_filters.CharFilter(
        label=gettext_lazy("Nama tempat"), method="named", max_length=120, widget=FilterSearch()
    )
    indikator = django_filters.ChoiceFilter(
        label=gettext_lazy("Indikator"), field_name="indicator", widget=FilterSelect()
    )
    keadaan = django_filters.ChoiceFilter(
        label=gettext_lazy("Keadaan"),
        field_name="standing",
        choices=Standing.choices,
        widget=FilterSelect(),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        used = Indicator.objects.filter(targets__in=self.queryset.values("pk")).distinct()
        self.filters["indikator"].extra["choices"] = [(str(one.pk), str(one)) for one in used]

    def named(self, targets, _name, text):
        for word in text.split():
            targets = targets.filter(school__name__icontains=word) | targets.filter(
                area__name__icontains=word
            )
        return targets
