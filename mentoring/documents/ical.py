"""A person's visits and trainings as an iCalendar file (RFC 5545) that calendar programmes subscribe to."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

import icalendar
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Session, Visit

HOST = "mitra-mutu"  # the right side of every UID: an entry keeps its own for ever
REFRESH = timedelta(hours=4)
STATUS = {Visit.State.PLANNED: "TENTATIVE", Visit.State.CANCELLED: "CANCELLED"}


def feed_of(
    name: str,
    visits: Iterable[Visit],
    sessions: Iterable[Session],
    url_of: Callable[[object], str],
) -> bytes:
    """The calendar of a person: `url_of` gives the whole address of a record's page.

    Times are of the portal's zone, which the file defines; an entry without times is a whole day. A
    cancelled visit stays in it, marked, so that programmes strike it out.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Mitra Mutu//Kunjungan//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Mitra Mutu: {name}")
    calendar.add("x-wr-timezone", timezone.get_default_timezone_name())
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", REFRESH)
    for visit in visits:
        calendar.add_component(_visit(visit, url_of(visit)))
    for session in sessions:
        calendar.add_component(_session(session, url_of(session.training)))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _visit(visit: Visit, url: str) -> icalendar.Event:
    event = _event(f"kunjungan-{visit.pk}", visit.date, visit.starts_at, visit.ends_at)
    event.add("summary", _("Kunjungan: %s") % visit.school.name)
    lines = [visit.number, visit.kind.name, visit.get_mode_display(), visit.get_state_display()]
    event.add("description", " · ".join(str(line) for line in lines))
    place = [visit.school.name, visit.school.address, visit.school.district.name]
    event.add("location", ", ".join(part for part in place if part))
    event.add("status", STATUS.get(visit.state, "CONFIRMED"))
    event.add("sequence", visit.version - 1)
    event.add("url", url)
    return event


def _session(session: Session, url: str) -> icalendar.Event:
    event = _event(f"sesi-{session.pk}", session.date, session.starts_at, session.ends_at)
    event.add("summary", _("Pelatihan: %s") % session.training.title)
    event.add("description", session.topic)
    if session.training.place:
        event.add("location", session.training.place)
    event.add("status", "CONFIRMED")
    event.add("url", url)
    return event


def _event(uid: str, day: date, starts_at: time | None, ends_at: time | None) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{uid}@{HOST}")
    event.add("dtstamp", timezone.now())
    if starts_at is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return event
    event.add("dtstart", _moment(day, starts_at))
    if ends_at is not None:
        event.add("dtend", _moment(day, ends_at))
    return event


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=timezone.get_default_timezone())
