"""Words and pieces that several papers share."""

from datetime import date, time

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from mentoring.models import Agreement
from mentoring.models.agreements import Side
from portal.models import User
from schools.models import School

UNITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)  # fmt: skip
BLANK = "–"


def spelled(number: int) -> str:
    """A number below 10,000 in words: 2026 → dua ribu dua puluh enam."""
    if number < len(UNITS):
        return UNITS[number]
    if number < 20:
        return f"{UNITS[number - 10]} belas"
    for size, word, single in (
        (1000, "ribu", "seribu"),
        (100, "ratus", "seratus"),
        (10, "puluh", ""),
    ):
        if number >= size:
            many, rest = divmod(number, size)
            head = single if many == 1 and single else f"{spelled(many)} {word}"
            return f"{head} {spelled(rest)}" if rest else head
    raise AssertionError(number)


def long_day(day: date) -> str:
    """Senin, 2 November 2026."""
    return f"{date_format(day, 'l')}, {date_format(day)}"


def spelled_day(day: date) -> str:
    """Senin, tanggal dua bulan November tahun dua ribu dua puluh enam."""
    return _("%(weekday)s, tanggal %(day)s bulan %(month)s tahun %(year)s") % {
        "weekday": date_format(day, "l"),
        "day": spelled(day.day),
        "month": date_format(day, "F"),
        "year": spelled(day.year),
    }


def hours(starts_at: time | None, ends_at: time | None) -> str:
    """08.30–11.00 WITA; a dash where it is not known."""
    if starts_at is None:
        return BLANK
    ends = f"–{time_format(ends_at, 'H.i')}" if ends_at else ""
    return f"{time_format(starts_at, 'H.i')}{ends} WITA"


def period_told(first: date, last: date) -> str:
    """1 Juli 2026 – 30 September 2026."""
    return f"{date_format(first)} – {date_format(last)}"


def letterhead(agreement: Agreement) -> list[str]:
    """The institutions of both sides, the city's first; their usual names where none is written."""
    written = {party.side: party.institution for party in agreement.parties.all()}
    return [written.get(side.value, str(side.label)) for side in Side]


def city_of(school: School) -> str:
    """The name that stands before the date: Banjarmasin, without what kind of area it is."""
    city = school.district.parent
    return city.name.removeprefix("Kota ").removeprefix("Kabupaten ")


def person(user: User, role: str) -> dict:
    """A person as papers name them."""
    return {"role": role, "name": user.name, "nip": user.nip, "position": user.position}
