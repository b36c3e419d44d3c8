"""Working days: Monday to Friday without the holidays of a place."""

from datetime import date, timedelta

from mentoring.models import Holiday
from portal.models import area_path

SATURDAY = 5  # date.weekday() of the first day of the weekend


def is_weekend(day: date) -> bool:
    """Whether offices are closed because of the day of the week."""
    return day.weekday() >= SATURDAY


class WorkingCalendar:
    """The working days of a period, read once (one query) and asked for any number of places."""

    def __init__(self, start: date, end: date):
        closed: dict[date, set[str | None]] = {}
        holidays = Holiday.objects.filter(date__range=(start, end)).order_by()
        for day, area in holidays.values_list("date", "area"):
            closed.setdefault(day, set()).add(area)
        self._closed = closed

    def between(self, start: date, end: date, area_code: str | None) -> int:
        """How many working days lie after `start`, up to and including `end`.

        0 on the day itself and where `end` comes first. Both lie inside the calendar's period.
        `area_code` adds the holidays of that area and of those around it to the national ones.
        """
        if end <= start:
            return 0
        weeks, rest = divmod((end - start).days, 7)
        last = (start + timedelta(days=n + 1) for n in range(rest))
        weekdays = weeks * 5 + sum(not is_weekend(day) for day in last)
        places = {None, *(area_path(area_code) if area_code else [])}
        return weekdays - sum(
            start < day <= end and not is_weekend(day) and bool(areas & places)
            for day, areas in self._closed.items()
        )


def working_days_between(start: date, end: date, area_code: str | None) -> int:
    """How many working days lie after `start`, up to and including `end`: 1 from Monday to Tuesday.

    One query; whoever asks for many rows makes one WorkingCalendar. See `WorkingCalendar.between`.
    """
    return WorkingCalendar(start, end).between(start, end, area_code)
