"""What waits on a desk, table by table: rows of the same columns, which queries/desks.py puts together."""

from collections.abc import Callable

from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import (
    FollowUp,
    FollowUpStep,
    Issue,
    ProgressReport,
    ReportSignature,
    Review,
    ReviewStep,
    Transition,
    Visit,
)
from mentoring.models.agreements import Side
from portal.models import Role, User
from schools.models import Proposal


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
    VISIT_DUE = "kunjungan", _("kunjungan belum dilaporkan")
    FOLLOW_UP = "rtl", _("tindak lanjut")
    FOLLOW_UP_WAITING = "rtl-selesai", _("tindak lanjut menunggu verifikasi")
    ISSUE = "hambatan", _("hambatan")
    PROPOSAL = "usulan", _("usulan perubahan data sekolah")
    REVIEW = "tinjauan", _("tinjauan pos kinerja")
    PROGRESS_REPORT = "kemajuan", _("laporan kemajuan menunggu tanda tangan")


def text(value: str) -> Value:
    """A fixed text as a column of the rows."""
    return Value(str(value), output_field=CharField())


def _day(field: str) -> Cast:
    """A day as the moment when it began, where no step says more."""
    return Cast(field, DateTimeField())


def _visits_due(user: User) -> QuerySet:
    """Visits that are under way, or were planned for a day that has come: their report is missing."""
    due = Q(state=Visit.State.PLANNED, date__lte=timezone.localdate())
    visits = Visit.objects.visible_to(user).filter(due | Q(state=Visit.State.ONGOING))
    return visits.annotate(
        on_desk=text(Desk.BPMP),
        as_title=F("kind__name"),
        for_person=F("facilitator__name"),
        of_school=F("school__name"),
        in_district=F("school__district_id"),
        at_since=_day("date"),
    )


def _reports(user: User, state: str, desk: Desk) -> QuerySet:
    """Reports in one state; those that are written or corrected wait for their facilitator."""
    steps = Transition.objects.filter(visit=OuterRef("pk"), to_state=state).order_by("-pk")
    visits = Visit.objects.visible_to(user).filter(state=state)
    return visits.annotate(
        on_desk=text(desk),
        as_title=F("kind__name"),
        for_person=F("facilitator__name") if desk == Desk.BPMP else text(""),
        of_school=F("school__name"),
        in_district=F("school__district_id"),
        at_since=Coalesce(Subquery(steps.values("at")[:1]), _day("date")),
    )


def _follow_ups(user: User) -> QuerySet:
    """Follow-ups that wait for their owner: since they were agreed, or since their last step."""
    agreed = Transition.objects.filter(visit=OuterRef("visit"), to_state=Visit.State.SUBMITTED)
    by_side = Case(
        When(owner=FollowUp.Owner.SCHOOL, then=text(Desk.SCHOOL)),
        When(owner=FollowUp.Owner.CITY, then=text(Desk.CITY)),
        default=text(Desk.BPMP),
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
    return _of_follow_ups(done, text(Desk.CITY), text(""), _day("due_on"))


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
        *(When(state=back, raised_by__role=role, then=text(d)) for role, d in raiser.items()),
        When(state=back, then=text(Desk.BPMP)),
        *(When(level=value, then=text(d)) for value, d in level.items()),
        default=text(Desk.BPMP),
    )
    return (
        Issue.objects.visible_to(user)
        .open()
        .annotate(
            on_desk=desk,
            as_title=F("title"),
            for_person=Case(When(state=back, then=F("raised_by__name")), default=text("")),
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
            on_desk=text(Desk.CITY),
            as_title=text(_("Usulan perubahan data sekolah")),
            for_person=text(""),
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
        When(state=back, side=Side.CITY, then=text(Desk.CITY)),
        When(state=back, then=text(Desk.BPMP)),
        When(side=Side.CITY, then=text(Desk.BPMP)),
        default=text(Desk.CITY),
    )
    waiting = Review.objects.visible_to(user).filter(state__in=[Review.State.HELD, back])
    return waiting.annotate(
        on_desk=desk,
        as_title=F("post__label"),
        for_person=Case(When(state=back, then=F("led_by__name")), default=text("")),
        of_school=Coalesce("post__school__name", "post__area__name"),
        in_district=Coalesce("post__school__district_id", "post__area_id"),
        at_since=Coalesce(Subquery(steps.values("at")[:1]), _day("date")),
    )


def _progress_reports(user: User) -> QuerySet:
    """Progress reports that a side has not signed: the dinas first, where both have not."""
    signed = ReportSignature.objects.filter(report=OuterRef("pk"), side=Side.CITY)
    proposed = ProgressReport.objects.visible_to(user).filter(state=ProgressReport.State.PROPOSED)
    return proposed.annotate(
        on_desk=Case(When(Exists(signed), then=text(Desk.BPMP)), default=text(Desk.CITY)),
        as_title=F("agreement__title"),
        for_person=text(""),
        of_school=F("agreement__area__name"),
        in_district=F("agreement__area_id"),
        at_since=F("proposed_at"),
    )


PARTS: dict[str, Callable[[User], QuerySet]] = {
    Thing.REPORT_WAITING: lambda user: _reports(user, Visit.State.SUBMITTED, Desk.CITY),
    Thing.REPORT_SENT_BACK: lambda user: _reports(user, Visit.State.SENT_BACK, Desk.BPMP),
    Thing.REPORT_DRAFT: lambda user: _reports(user, Visit.State.DRAFT, Desk.BPMP),
    Thing.VISIT_DUE: _visits_due,
    Thing.FOLLOW_UP: _follow_ups,
    Thing.FOLLOW_UP_WAITING: _follow_ups_done,
    Thing.ISSUE: _issues,
    Thing.PROPOSAL: _proposals,
    Thing.REVIEW: _reviews,
    Thing.PROGRESS_REPORT: _progress_reports,
}
