"""Daftar hadir: of a visit with empty lines, of a training session with the names of participants."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.documents.wording import BLANK, city_of, hours, letterhead, long_day, person
from mentoring.models import Participant, Session, Visit
from portal.documents.rendering import render

TEMPLATE = "mentoring/papers/attendance.typ"
EMPTY_LINES = 20
NOTHING = {"number": "", "issued_on": "", "replaces": "", "check": ""}


def visit_list(visit: Visit) -> dict:
    """A list to be signed at a visit: a line for each who took part, as far as that is known."""
    known = sum(row.men + row.women for row in visit.attendees.all())
    facts = [
        [_("Kegiatan"), f"{_('Kunjungan pendampingan')} {visit.number} ({visit.kind.name})"],
        [_("Hari, tanggal"), long_day(visit.date)],
        [_("Waktu"), hours(visit.starts_at, visit.ends_at)],
        [_("Tempat"), ", ".join(p for p in (visit.school.name, visit.school.address) if p)],
    ]
    return {
        **_head(visit.agreement, facts),
        "rows": [_line() for _place in range(max(known, EMPTY_LINES))],
        "place_and_date": f"{city_of(visit.school)}, {date_format(visit.date)}",
        "signatures": [person(visit.facilitator, _("Fasilitator"))],
    }


def session_list(session: Session, people: Iterable[Participant]) -> dict:
    """A list to be signed at a session; empty lines where nobody is registered yet."""
    training = session.training
    facts = [
        [_("Kegiatan"), f"{training.get_kind_display().capitalize()}: {training.title}"],
        [_("Penyelenggara"), training.organiser],
        [_("Materi"), session.topic],
        [_("Hari, tanggal"), long_day(session.date)],
        [_("Waktu"), hours(session.starts_at, session.ends_at)],
        [_("Tempat"), training.place or BLANK],
    ]
    return {
        **_head(training.agreement, facts),
        "rows": [_line(p) for p in people] or [_line() for _place in range(EMPTY_LINES)],
        "place_and_date": date_format(session.date),
        "signatures": [{"role": _("Penyelenggara"), "name": "", "nip": "", "position": ""}],
    }


def print_list(snapshot: dict) -> bytes:
    """The PDF of a list. Raises Unprintable."""
    return render(TEMPLATE, snapshot)


def _head(agreement, facts: list[list[str]]) -> dict:
    return {
        "title": _("Daftar Hadir"),
        "letterhead": letterhead(agreement),
        **NOTHING,
        "facts": facts,
        "closing": _(
            "Daftar hadir ini diisi oleh yang bersangkutan pada saat kegiatan berlangsung."
        ),
    }


def _line(person: Participant | None = None) -> list[str]:
    """Name, NIP or NUPTK, school, position."""
    if person is None:
        return ["", "", "", ""]
    return [person.name, person.staff_number, person.school.name, person.position]
