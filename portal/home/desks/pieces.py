"""What a start page is made of, and the pieces that several roles share."""

from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from mentoring.models import Visit
from mentoring.tables.follow_ups import late_badge
from mentoring.tables.visits import state_badge
from portal.models import User
from portal.templatetags.portal import day

MOST = 8


@dataclass(frozen=True)
class Tile:
    """A number, what it counts, and the address of exactly those rows."""

    number: int
    label: str
    url: str
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """One thing that waits: a link, what to know about it, and its state."""

    title: str
    url: str
    detail: str = ""
    badge: str = ""


@dataclass(frozen=True)
class Section:
    """A list on the start page with an anchor; `nothing` is said where it is empty."""

    name: str
    title: str
    rows: list[Row]
    nothing: str
    url: str = ""


@dataclass(frozen=True)
class Desk:
    """A person's start page: numbers, lists, actions, and panels that load by themselves.

    `further` are actions beside the first one.
    """

    tiles: list[Tile] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    action: tuple[str, str] | None = None
    further: list[tuple[str, str]] = field(default_factory=list)
    panels: list[tuple[str, str]] = field(default_factory=list)
    lead: str = _lazy("Yang menunggu Anda, dan kabar terbaru kerja sama.")


def desks_link() -> tuple[str, str]:
    """Where it stands whose desk each thing is on."""
    return _("Di meja siapa"), reverse("mentoring:desks")


def rows_at(url_name: str, **filters) -> str:
    """The address of a list narrowed by its filters."""
    return f"{reverse(url_name)}?{urlencode(filters)}" if filters else reverse(url_name)


def visits_of(user: User) -> QuerySet:
    """The visits in a person's scope, with what a row says of them."""
    return Visit.objects.visible_to(user).select_related("school", "facilitator", "kind")


def own_visit_rows(visits: QuerySet) -> list[Row]:
    """Visits to one school as rows: the school need not be named on each."""
    return [
        Row(
            title=f"{visit.number} · {day(visit.date)}",
            url=visit.get_absolute_url(),
            detail=f"{visit.kind.name} · {visit.facilitator.name}",
            badge=state_badge(visit),
        )
        for visit in visits
    ]


def visit_rows(visits: QuerySet) -> list[Row]:
    """Visits as rows: school, number, day, facilitator, state."""
    return [
        Row(
            title=visit.school.name,
            url=visit.get_absolute_url(),
            detail=f"{visit.number} · {day(visit.date)} · {visit.facilitator.name}",
            badge=state_badge(visit),
        )
        for visit in visits
    ]


def follow_up_rows(follow_ups: QuerySet) -> list[Row]:
    """The first follow-ups by due date as rows: what, school, due date, how late."""
    first = follow_ups.select_related("visit__school").order_by("due_on", "pk")[:MOST]
    return [
        Row(
            title=follow_up.description,
            url=follow_up.get_absolute_url(),
            detail=f"{follow_up.visit.school.name} · {_('tenggat')} {day(follow_up.due_on)}",
            badge=late_badge(follow_up),
        )
        for follow_up in first
    ]


def follow_up_tiles(follow_ups: QuerySet, **filters) -> list[Tile]:
    """How many follow-ups are open and overdue; `filters` narrow the list to the same rows."""
    where = "mentoring:follow-ups"
    return [
        Tile(
            follow_ups.open().count(),
            _("tindak lanjut terbuka"),
            rows_at(where, keadaan="terbuka", **filters),
        ),
        Tile(
            follow_ups.overdue().count(),
            _("lewat tenggat"),
            rows_at(where, keadaan="lewat", **filters),
            tone="bad",
        ),
    ]


def overdue_section(follow_ups: QuerySet, **filters) -> Section:
    """The follow-ups that are overdue, the oldest first."""
    return Section(
        "lewat-tenggat",
        _("Tindak lanjut lewat tenggat"),
        follow_up_rows(follow_ups.overdue()),
        _("Tidak ada tindak lanjut yang lewat tenggat."),
        rows_at("mentoring:follow-ups", keadaan="lewat", **filters),
    )


def recent_section(user: User, rows=visit_rows) -> Section:
    """The visits verified last, each shown by `rows`."""
    verified = visits_of(user).filter(state=Visit.State.VERIFIED).order_by("-date", "-pk")
    return Section(
        "terbaru",
        _("Kunjungan terverifikasi terbaru"),
        rows(verified[:MOST]),
        _("Belum ada kunjungan yang diverifikasi."),
        rows_at("mentoring:visits", status=Visit.State.VERIFIED),
    )
