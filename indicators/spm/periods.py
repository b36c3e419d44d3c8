"""The periods of SPM figures, and when e-SPM takes the report of a quarter.

e-SPM wants a report each quarter; its window closes on 20 April, 20 July, 20 October and 20 January
of the next year (domain notes §4, source: press). The 20th itself still counts.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from indicators.models.spm import FIRST_YEAR, WHOLE_YEAR, Quarter
from portal.operations import Refused

QUARTERS = (1, 2, 3, 4)
CLOSING_DAY = 20


@dataclass(frozen=True, order=True)
class Period:
    """A year, and one of its quarters or (0) the whole of it."""

    year: int
    quarter: int

    def __str__(self) -> str:
        if self.quarter == WHOLE_YEAR:
            return _("Tahun %d") % self.year
        return f"{Quarter(self.quarter).label} {self.year}"

    @property
    def query(self) -> str:
        """The period as the addresses of pages name it."""
        return f"tahun={self.year}&triwulan={self.quarter}"

    @property
    def begins_on(self) -> date:
        return date(self.year, 3 * max(self.quarter, 1) - 2, 1)

    @property
    def closes_on(self) -> date:
        """The last day on which e-SPM takes the report of this quarter."""
        if self.quarter == WHOLE_YEAR:
            raise ValueError("e-SPM takes reports of quarters")
        month = 3 * self.quarter + 1
        if month > 12:
            return date(self.year + 1, month - 12, CLOSING_DAY)
        return date(self.year, month, CLOSING_DAY)

    def days_left(self, today: date) -> int:
        """Days until the window closes: 0 on its last day, negative afterwards."""
        return (self.closes_on - today).days


def quarters_of(year: int) -> list[Period]:
    return [Period(year, quarter) for quarter in QUARTERS]


def next_due(today: date) -> Period:
    """The quarter whose window closes next, on this day at the earliest."""
    coming = (one for year in (today.year - 1, today.year) for one in quarters_of(year))
    return next(one for one in coming if one.closes_on >= today)


def check_period(period: Period, today: date) -> None:
    """Refuse a period before the first year, or one that has not begun."""
    if not FIRST_YEAR <= period.year <= today.year:
        raise Refused(
            _("Tahun harus antara %(first)d dan %(last)d.")
            % {"first": FIRST_YEAR, "last": today.year}
        )
    if period.begins_on > today:
        raise Refused(_("%s belum dimulai. Pilih periode yang sudah berjalan.") % period)
