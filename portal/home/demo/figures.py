"""The demo's figures: the Set SPM of the city and of each school of the cohort, year by year."""

from decimal import Decimal
from random import Random

from django.utils import timezone

from indicators.bands import band
from indicators.models import Colour, Indicator, IndicatorSet, Measurement
from mentoring.models import Assignment
from schools.models import School, YearlyFigures

YEARS_BACK = 3
OTHERS = 24
# Where the city starts: (value, yearly gain). Made up, of the size that cities print.
CITY_START = {
    "B.10": ("88.4", "1.6"),
    "B.13": ("96.1", "0.5"),
    "B.15": ("41.7", "3.2"),
    "A.1": ("56.3", "4.8"),
    "A.2": ("41.9", "5.1"),
    "D.4": ("68.2", "1.4"),
    "D.8": ("66.9", "1.1"),
    "D.10": ("54.8", "1.7"),
    "A.3": ("53.6", "1.2"),
}


def make_figures(cohort: list[Assignment], chance: Random) -> None:
    """Measurements of the newest four Rapor years, marked source "contoh"."""
    spm = IndicatorSet.objects.get(code="spm")
    indicators = [member.indicator for member in spm.members.select_related("indicator")]
    newest = timezone.localdate().year
    # A school keeps its distance from the city for years and moves a little each year.
    distance = {
        (assignment.pk, indicator.pk): Decimal(chance.randint(-110, 120)) / 10
        for assignment in cohort
        for indicator in indicators
    }
    rows = []
    for years, year in enumerate(range(newest - YEARS_BACK, newest + 1)):
        for indicator in indicators:
            start, gain = map(Decimal, CITY_START[indicator.code])
            city = start + gain * years
            rows.append(_measurement(indicator, year, city, area_id="63.71"))
            for assignment in cohort if indicator.at_school else ():
                wobble = Decimal(chance.randint(-24, 24)) / 10
                value = city + distance[assignment.pk, indicator.pk] + wobble
                tested = 24 + assignment.pk * 7 % 20
                rows.append(
                    _measurement(
                        indicator, year, value, school=assignment.school, denominator=tested
                    )
                )
    Measurement.objects.bulk_create(rows)


def make_figures_of_others(cohort: list[Assignment], chance: Random) -> None:
    """The same of schools that nobody accompanies, with which those of the cohort are compared."""
    accompanied = [assignment.school_id for assignment in cohort]
    schools = School.objects.filter(stage__in=["sd", "smp"], state="buka")
    others = schools.exclude(pk__in=accompanied).order_by("npsn")[:OTHERS]
    members = IndicatorSet.objects.get(code="spm").members.select_related("indicator")
    newest = timezone.localdate().year
    rows = []
    for school in others:
        for indicator in (one.indicator for one in members if one.indicator.at_school):
            start, gain = map(Decimal, CITY_START[indicator.code])
            value = start + Decimal(chance.randint(-110, 120)) / 10
            for year in range(newest - YEARS_BACK, newest + 1):
                tested = 20 + school.pk % 23
                rows.append(_measurement(indicator, year, value, school=school, denominator=tested))
                value += gain * Decimal(chance.randint(-10, 24)) / 10
    Measurement.objects.bulk_create(rows)


def make_yearly_figures(cohort: list[Assignment], chance: Random) -> None:
    """Counts of pupils, classes, staff and rooms of four school years, marked source "contoh"."""
    newest = timezone.localdate().year - 1
    rows = []
    for assignment in cohort:
        classes = chance.randint(6, 18)
        for year in range(newest - YEARS_BACK, newest + 1):
            pupils = classes * chance.randint(22, 27)
            rows.append(
                YearlyFigures(
                    school=assignment.school,
                    year=year,
                    pupils=pupils,
                    classes=classes,
                    teachers=classes + chance.randint(2, 6),
                    staff=chance.randint(2, 5),
                    classrooms=classes + chance.randint(-1, 2),
                    source="contoh",
                )
            )
            classes += chance.randint(-1, 1)
    YearlyFigures.objects.bulk_create(rows)


def _measurement(indicator: Indicator, year: int, value: Decimal, **further) -> Measurement:
    value = min(max(value, Decimal(0)), Decimal(100))
    colour = band(indicator, value) or _invented_colour(value)
    return Measurement(
        indicator=indicator,
        year=year,
        value=value,
        colour=colour,
        label=indicator.labels[colour],
        source="contoh",
        **further,
    )


def _invented_colour(value: Decimal) -> Colour:
    """A colour for indicators whose cut-offs are not published: made up, as the figure itself."""
    if value >= 62:
        return Colour.GREEN
    return Colour.YELLOW if value >= 48 else Colour.RED
