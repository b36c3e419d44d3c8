"""What may happen to a figure: it is entered once, and corrected with a reason."""

from dataclasses import dataclass
from decimal import Decimal

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.bands import band, cut_offs, open_colours
from indicators.figures import check_range
from indicators.models import Colour, Indicator, Measurement, held_by
from indicators.models.measurements import ALREADY_THERE, FIRST_YEAR
from indicators.years import CLOSED, CLOSED_CONSTRAINT
from portal.models import Area
from portal.operations import Refused, lock, refused_by
from schools.models import School


@dataclass(frozen=True)
class Figure:
    """What a report prints for an indicator and a place; the value is in the indicator's unit.

    Numerator and denominator where they are known, such as the pupils tested.

    `colour` is empty where no label is printed; its word is the indicator's own.
    """

    year: int
    value: Decimal
    colour: str
    source: str
    state: str = Measurement.State.PROVISIONAL
    note: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def newest_year() -> int:
    """The newest Rapor year that can be out: the current calendar year."""
    return timezone.localdate().year


@transaction.atomic
def enter_measurement(figure: Figure, *, indicator: Indicator, place: School | Area) -> Measurement:
    """Record the figure of an indicator for a school or an area.

    Where the cut-offs are published and no colour is given, the colour follows from the value.
    Raises Refused when the Rapor does not print this indicator for such a place, the value is
    impossible, the colour contradicts the cut-offs, or the year already has a figure.
    """
    require_available(indicator, place)
    measurement = Measurement(indicator=indicator, **held_by(place))
    _put(figure, measurement)
    _save(measurement)
    return measurement


@transaction.atomic
def correct_measurement(
    measurement: Measurement, figure: Figure, *, reason: str, version: int
) -> Measurement:
    """Replace a figure; the old one stays readable in the history, beside the reason.

    Raises Refused as `enter_measurement` does, and without a reason; Conflict when somebody
    corrected it after `version` was read.
    """
    reason = reason.strip()
    if not reason:
        raise Refused(_("Tuliskan alasan koreksi."))
    current = lock(measurement, version=version)
    _put(figure, current)
    current.reason = reason
    current.version = version + 1
    with pghistory.context(reason=reason):
        _save(current)
    return current


def require_available(indicator: Indicator, place: School | Area) -> None:
    """Refuse an indicator that the Rapor does not print for places of this kind."""
    if indicator.is_available_at(place):
        return
    kind = _("sekolah") if isinstance(place, School) else place.get_level_display()
    raise Refused(
        _("“%(indicator)s” tidak tersedia untuk tingkat %(kind)s. Pilih indikator lain.")
        % {"indicator": indicator, "kind": kind}
    )


def check_year(year: int) -> None:
    """Refuse a Rapor year before the first, or one that is not out yet."""
    if not FIRST_YEAR <= year <= newest_year():
        raise Refused(
            _("Tahun Rapor harus antara %(first)d dan %(last)d.")
            % {"first": FIRST_YEAR, "last": newest_year()}
        )


def check_denominator(denominator: Decimal | None) -> None:
    """Refuse a denominator of 0: nothing was measured then."""
    if denominator is not None and denominator <= 0:
        raise Refused(_("Penyebut harus lebih dari 0. Kosongkan bila tidak diketahui."))


def check_colour(indicator: Indicator, value: Decimal, colour: str) -> None:
    """Refuse a colour without a word of the indicator, or one that published cut-offs rule out."""
    if not colour:
        return
    if colour not in indicator.labels:
        raise Refused(_("Indikator ini tidak memiliki label itu. Pilih salah satu yang tersedia."))
    if Colour(colour) not in open_colours(indicator, value):
        raise Refused(
            _("Label ini bertentangan dengan ambang resmi (%s). Periksa nilai atau labelnya.")
            % cut_offs(indicator)
        )


def _put(figure: Figure, measurement: Measurement) -> None:
    """Check a figure against its indicator and set it on the measurement."""
    indicator = measurement.indicator
    check_year(figure.year)
    check_range(indicator, figure.value)
    check_denominator(figure.denominator)
    check_colour(indicator, figure.value, figure.colour)
    colour = figure.colour or band(indicator, figure.value) or ""
    measurement.year = figure.year
    measurement.value = figure.value
    measurement.colour = colour
    measurement.label = indicator.labels.get(colour, "")
    measurement.source = figure.source
    measurement.state = figure.state
    measurement.note = figure.note
    measurement.numerator = figure.numerator
    measurement.denominator = figure.denominator


def _save(measurement: Measurement) -> None:
    """Save, or refuse where the year has a figure by now, or its figures may not change."""
    with (
        refused_by(str(CLOSED), CLOSED_CONSTRAINT),
        refused_by(ALREADY_THERE, "measurement_once_per_school", "measurement_once_per_area"),
    ):
        measurement.save()
