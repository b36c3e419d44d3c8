"""Whose desk each thing of the cooperation is on, and since when: one list out of many tables."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    Case,
    CharField,
    Count,
    DateTimeField,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import (
    FollowUp,
    FollowUpStep,
    Issue,
    Review,
    ReviewStep,
    Transition,
    Visit,
)
from mentoring.models.agreements import Side
from mentoring.queries.working_days import WorkingCalendar
from portal.models import Area, Role, User, inside_area
from schools.models import Proposal

PAGE_SIZE = 25
MOST_PAGES = 40
# In the order of `Waiting`.
COLUMNS = (
    "as_thing",
    "pk",
    "on_desk",
    "as_title",
    "for_person",
    "of_school",
    "in_district",
    "at_since",
)


class Desk(TextChoices):
    """Where things wait: the two owners of the cooperation, the school, and the ministry."""

    CITY = "dinas", _("Dinas Pendidikan")
    BPMP = "bpmp", _("BPMP")
    SCHOOL = "sekolah", _("sekolah")
    MINISTRY = "pusat", _("pusat")


class Thing(TextChoices):
    """What waits."""

    REPORT_WAITING = "laporan", _("laporan menunggu verifikasi")
    REPORT_SENT_BACK = "dikembalikan", _("laporan dikembalikan")
    REPORT_DRAFT = "draf", _("draf laporan")
    FOLLOW_UP = "rtl", _("tindak lanjut")
    FOLLOW_UP_WAITING = "rtl-selesai", _("tindak lanjut menunggu verifikasi")
    ISSUE = "hambatan", _("hambatan")
    PROPOSAL = "usulan", _("usulan perubahan data sekolah")
    REVIEW = "tinjauan", _("tinjauan pos kinerja")


# The page of each thing.
PAGES = {
    Thing.REPORT_WAITING: "mentoring:visit",
    Thing.REPORT_SENT_BACK: "mentoring:visit",
    Thing.REPORT_DRAFT: "mentoring:visit",
    Thing.FOLLOW_UP: "mentoring:follow-up",
    Thing.FOLLOW_UP_WAITING: "mentoring:follow-up",
    Thing.ISSUE: "mentoring:issue",
    Thing.PROPOSAL: "schools:proposal",
    Thing.REVIEW: "mentoring:review",
}


@dataclass(frozen=True)
class Waiting:
    """A thing on a desk: what, of which school, who is to act (may be empty), since when."""

    thing: Thing
    key: int
    desk: Desk
    title: str
    person: str
    school: str
    district: str
    since: datetime
    working_days: int

    @property
    def url(self) -> str:
        return reverse(PAGES[self.thing], args=[self.key])


class Desks:
    """Everything that waits in a person's scope, narrowed by area, kind of thing and desk.

    Each table gives a set of rows in the same columns; the database puts them together (UNION).
    """

    def __init__(self, user: User, *, area: str = "", thing: str = "", desk: str = ""):
        self.user, self.area, self.thing, self.desk = user, area, thing, desk

    def counts(self) -> dict[tuple[str, str], int]:
        """How many things wait, by desk and kind, whatever desk was asked for. One query."""
        parts = [
            rows.values("on_desk").annotate(as_thing=_text(thing), total=Count("pk"))
            for thing, rows in self._parts()
        ]
        found = _together([part.values_list("on_desk", "as_thing", "total") for part in parts])
        return {(desk, thing): total for desk, thing, total in found}

    def page(self, number: int) -> tuple[list[Waiting], bool]:
        """A page of what waits, the oldest first, and whether there is another. Two queries.

        The last page is the fortieth: who has more waiting narrows the list.
        """
        parts = [
            (rows.filter(on_desk=self.desk) if self.desk else rows)
            .annotate(as_thing=_text(thing))
            .values_list(*COLUMNS)
            for thing, rows in self._parts()
        ]
        first = (number - 1) * PAGE_SIZE
        sorted_rows = _together(parts).order_by("at_since", "as_thing", "pk")
        found = list(sorted_rows[first : first + PAGE_SIZE + 1])
        return _with_days(found[:PAGE_SIZE]), len(found) > PAGE_SIZE and number < MOST_PAGES

    def _parts(self) -> list[tuple[str, QuerySet]]:
        asked = {self.thing: PARTS[self.thing]} if self.thing in PARTS else PARTS
        return [(thing, self._inside(make(self.user)).order_by()) for thing, make in asked.items()]

    def _inside(self, rows: QuerySet) -> QuerySet:
        return rows.filter(inside_area(Area(code=self.area), "in_district")) if self.area else rows


def _together(parts: list[QuerySet]) -> QuerySet:
    first, *others = parts
    return first.union(*others, all=True) if others else first


def _with_days(rows: list[tuple]) -> list[Waiting]:
    """The rows with how many working days they have waited, by the holidays of their place."""
    if not rows:
        return []
    today = timezone.localdate()
    days = [timezone.localtime(row[-1]).date() for row in rows]
    calendar = WorkingCalendar(min(days), today)
    return [
        Waiting(Thing(thing), key, Desk(desk), *told, calendar.between(day, today, told[-2]))
        for (thing, key, desk, *told), day in zip(rows, days, strict=True)
    ]


def _text(value: str) -> Value:
    return Value(str(value), output_field=CharField())


def _day(field: str) -> Cast:
    """A day as the moment when it began, where no step says more."""
    return Cast(field, DateTimeField())


def _reports(user: User, state: str, desk: Desk) -> QuerySet:
    """Reports in one state; those that are written or corrected wait for their facilitator."""
    steps = Transition.objects.filter(visit=OuterRef("pk"), to_state=state).order_by("-pk")
    visits = Visit.objects.visible_to(user).filter(state=state)
    return visits.annotate(
        on_desk=_text(desk),
        as_title=F("kind__name"),
        for_person=F("facilitator__name") if desk == Desk.BPMP else _text(""),
        of_school=F("school__name"),
        in_district=F("school__district_id"),
        at_since=Coalesce(Subquery(steps.values("at")[:1]), _day("date")),
    )


def _follow_ups(user: User) -> QuerySet:
    """Follow-ups that wait for their owner: since they were agreed, or since their last step."""
    agreed = Transition.objects.filter(visit=OuterRef("visit"), to_state=Visit.State.SUBMITTED)
    by_side = Case(
        When(owner=FollowUp.Owner.SCHOOL, then=_text(Desk.SCHOOL)),
        When(owner=FollowUp.Owner.CITY, then=_text(Desk.CITY)),
        default=_text(Desk.BPMP),
    )
    named = Case(
        When(owner_person__isnull=False, then=F("owner_person__name")),
        When(owner=FollowUp.Owner.FACILITATOR, then=F("visit__facilitator__name")),
        default=F("owner_name"),
    )
    since = Subquery(agreed.order_by("pk").values("at")[:1])
    return _of_follow_ups(FollowUp.objects.visible_to(user).open(), by_side, named, since)


def _follow_ups_done(user: User) -> QuerySet:
    """Follow-ups that were reported done: the dinas confirms them."""
    done = FollowUp.objects.visible_to(user).waiting_for_verification()
    return _of_follow_ups(done, _text(Desk.CITY), _text(""), _day("due_on"))


def _of_follow_ups(follow_ups: QuerySet, desk, person, since) -> QuerySet:
    steps = FollowUpStep.objects.filter(follow_up=OuterRef("pk")).order_by("-pk")
    last = Subquery(steps.values("at")[:1])
    return follow_ups.annotate(
        on_desk=desk,
        as_title=F("description"),
        for_person=person,
        of_school=F("visit__school__name"),
        in_district=F("visit__school__district_id"),
        at_since=Coalesce(last, since, _day("visit__date")),
    )


def _issues(user: User) -> QuerySet:
    """Issues at the level where they lie; answered ones with who raised them."""
    back = Issue.State.RETURNED
    raiser = {Role.SCHOOL: Desk.SCHOOL, Role.DINAS: Desk.CITY}
    level = {Issue.Level.SCHOOL: Desk.SCHOOL, Issue.Level.CITY: Desk.CITY}
    level[Issue.Level.MINISTRY] = Desk.MINISTRY
    desk = Case(
        *(When(state=back, raised_by__role=role, then=_text(d)) for role, d in raiser.items()),
        When(state=back, then=_text(Desk.BPMP)),
        *(When(level=value, then=_text(d)) for value, d in level.items()),
        default=_text(Desk.BPMP),
    )
    return (
        Issue.objects.visible_to(user)
        .open()
        .annotate(
            on_desk=desk,
            as_title=F("title"),
            for_person=Case(When(state=back, then=F("raised_by__name")), default=_text("")),
            of_school=F("school__name"),
            in_district=F("school__district_id"),
            at_since=F("since"),
        )
    )


def _proposals(user: User) -> QuerySet:
    """Corrections that schools propose to their record: an admin or officer of the dinas decides."""
    return (
        Proposal.objects.visible_to(user)
        .waiting()
        .annotate(
            on_desk=_text(Desk.CITY),
            as_title=_text(_("Usulan perubahan data sekolah")),
            for_person=_text(""),
            of_school=F("school__name"),
            in_district=F("school__district_id"),
            at_since=F("at"),
        )
    )


def _reviews(user: User) -> QuerySet:
    """Reviews that wait for the other side's approval, or are corrected by the side that recorded them."""
    steps = ReviewStep.objects.filter(review=OuterRef("pk")).order_by("-pk")
    back = Review.State.RETURNED
    desk = Case(
        When(state=back, side=Side.CITY, then=_text(Desk.CITY)),
        When(state=back, then=_text(Desk.BPMP)),
        When(side=Side.CITY, then=_text(Desk.BPMP)),
        default=_text(Desk.CITY),
    )
    waiting = Review.objects.visible_to(user).filter(state__in=[Review.State.HELD, back])
    return waiting.annotate(
        on_desk=desk,
        as_title=F("post__label"),
        for_person=Case(When(state=back, then=F("led_by__name")), default=_text("")),
        of_school=Coalesce("post__school__name", "post__area__name"),
        in_district=Coalesce("post__school__district_id", "post__area_id"),
        at_since=Coalesce(Subquery(steps.values("at")[:1]), _day("date")),
    )


PARTS: dict[str, Callable[[User], QuerySet]] = {
    Thing.REPORT_WAITING: lambda user: _reports(user, Visit.State.SUBMITTED, Desk.CITY),
    Thing.REPORT_SENT_BACK: lambda user: _reports(user, Visit.State.SENT_BACK, Desk.BPMP),
    Thing.REPORT_DRAFT: lambda user: _reports(user, Visit.State.DRAFT, Desk.BPMP),
    Thing.FOLLOW_UP: _follow_ups,
    Thing.FOLLOW_UP_WAITING: _follow_ups_done,
    Thing.ISSUE: _issues,
    Thing.PROPOSAL: _proposals,
    Thing.REVIEW: _reviews,
}
