"""JP (jam pelajaran): how many fit between two times of a day."""

from datetime import time
from decimal import ROUND_DOWN, Decimal

MINUTES_PER_HOUR = 45  # 1 JP


def hours_between(starts_at: time, ends_at: time) -> Decimal:
    """The JP that fit between two times of a day: minutes ÷ 45, rounded down to one decimal."""
    hours = Decimal(minutes_between(starts_at, ends_at)) / MINUTES_PER_HOUR
    return hours.quantize(Decimal("0.1"), rounding=ROUND_DOWN)


def minutes_between(starts_at: time, ends_at: time) -> int:
    """Whole minutes from one time of a day to a later one; negative when it is earlier."""
    return (ends_at.hour - starts_at.hour) * 60 + ends_at.minute - starts_at.minute
