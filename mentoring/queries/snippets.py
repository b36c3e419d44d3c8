"""What can be put into the text fields of a visit's report."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Snippet, Visit
from mentoring.queries.visits import open_follow_ups_before
from portal.models import User

State = Visit.State


@dataclass(frozen=True)
class Insertable:
    """A text with the name that it is offered under."""

    title: str
    text: str
    detail: str = ""


def insertable_into(visit: Visit, user: User) -> list[Insertable]:
    """The open points of the last visit, then the person's own templates and the shared ones."""
    snippets = Snippet.objects.visible_to(user).order_by("title", "pk")
    templates = [
        Insertable(one.title, one.text, "" if one.owner_id else _("bersama")) for one in snippets
    ]
    return [*_open_points(visit), *templates]


def last_visit_before(visit: Visit) -> Visit | None:
    """The newest visit to the same school whose report was handed in."""
    earlier = Visit.objects.filter(
        school=visit.school_id, date__lte=visit.date, state__in=Visit.HANDED_IN
    )
    return earlier.exclude(pk=visit.pk).order_by("-date", "-pk").first()


def _open_points(visit: Visit) -> list[Insertable]:
    """What the last visit left open: its obstacles, and what was agreed and is not done."""
    last = last_visit_before(visit)
    if last is None:
        return []
    points = [f"– {row.description}" for row in open_follow_ups_before(visit)]
    text = "\n".join([*filter(None, [last.obstacles.strip()]), *points])
    day = date_format(last.date)
    title = _("Hal terbuka kunjungan %(number)s, %(day)s") % {"number": last.number, "day": day}
    return [Insertable(title, text)] if text else []
