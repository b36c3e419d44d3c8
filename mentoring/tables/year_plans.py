"""The table of a year plan: a field for each school beside what was planned and made."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mentoring.forms.year_plans import PlanTable
from mentoring.models.facilitators import MOST_VISITS
from portal.lists import Column
from portal.templatetags.portal import badge, number

FIELD = (
    '<input class="form-control plan-number{}" form="year-plan" type="number" inputmode="numeric" '
    'min="0" max="{}" name="jumlah-{}" value="{}" aria-label="{}"{}>'
    '<input type="hidden" form="year-plan" name="versi-{}" value="{}">'
)
ERROR = '<p class="field-error" id="salah-{}">{}</p>'
DESCRIBED = ' aria-invalid="true" aria-describedby="salah-{}"'


def columns_for(year: int, table: PlanTable, *, can_set: bool) -> list[Column]:
    """The columns of a year; the number is a field for those who set it."""
    show = (lambda s: _field(s, year, table)) if can_set else _plain
    return [
        Column("nama", _("Sekolah"), lambda s: s.name, order=("name",), on_phone=True),
        Column("kecamatan", _("Kecamatan"), lambda s: s.district.name, order=("district__name",)),
        Column(
            "lalu",
            _("Tahun lalu: terlaksana / rencana"),
            lambda s: f"{s.made_before} / {number(s.planned_before)}",
            order=("made_before",),
        ),
        Column("rencana", _("Rencana %d") % year, show, order=("planned",), on_phone=True),
        Column("terlaksana", _("Terlaksana"), _made, order=("made",), on_phone=True, numeric=True),
        Column("jadwal", _("Sudah dijadwalkan"), lambda s: s.scheduled, numeric=True),
    ]


def _plain(school) -> str:
    return number(school.planned) if school.planned is not None else _unsaved()


def _unsaved() -> str:
    return badge("quiet", "pencil", _("belum disimpan"))


def _field(school, year: int, table: PlanTable) -> str:
    error = table.errors.get(school.pk, "")
    label = _("Rencana %(year)d untuk %(school)s") % {"year": year, "school": school.name}
    shown = format_html(
        FIELD,
        " is-invalid" if error else "",
        MOST_VISITS,
        school.pk,
        table.value(school),
        label,
        format_html(DESCRIBED, school.pk) if error else "",
        school.pk,
        table.version(school),
    )
    if error:
        return shown + format_html(ERROR, school.pk, error)
    return shown if school.planned is not None else shown + _unsaved()


def _made(school) -> str:
    if school.planned and school.made >= school.planned:
        return badge("good", "check-circle", str(school.made))
    return str(school.made)
