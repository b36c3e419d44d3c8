"""The demo's work plans, regulation and progress report under its agreement. Made up."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from django.db.models import Min
from django.utils import timezone

from indicators.models import IndicatorSet
from mentoring.models import (
    Activity,
    ActivityIndicator,
    ActivityMonth,
    Agreement,
    Clause,
    Regulation,
    Training,
    Visit,
    WorkPlan,
)
from mentoring.models.agreements import Side
from mentoring.operations.progress_reports import propose_report, sign_report
from mentoring.operations.regulations import advance_regulation, propose_regulation
from mentoring.queries.progress import periods_of
from portal.home.demo.people import Crew
from portal.models import User

Form = Activity.Form
# Clause, form, title, side, fund source, budget, and what each month plans.
ACTIVITIES = (
    (1, Form.MENTORING, "Pendampingan Sekolah Penggerak (contoh)", Side.BPMP, "APBN", 84_000_000,
     dict.fromkeys(range(1, 13), 6)),
    (2, Form.TRAINING, "Lokakarya tahunan berbasis Rapor (contoh)", Side.BPMP, "APBN", 62_500_000,
     {3: 2, 8: 2}),
    (3, Form.POST, "Pos kinerja triwulan sekolah dan kota (contoh)", Side.CITY, "APBD", 12_000_000,
     {1: 2, 4: 2, 7: 2, 10: 2}),
    (4, Form.REGULATION, "Surat edaran pojok baca sekolah (contoh)", Side.CITY, "APBD", 5_000_000,
     {9: 1}),
)  # fmt: skip


def make_plans(agreement: Agreement, crew: Crew) -> None:
    """A plan for this and last year; visits and trainings of those years are done for it."""
    this = timezone.localdate().year
    for year in (this - 1, this):
        plan = WorkPlan.objects.create(agreement=agreement, year=year)
        activities = [_activity(plan, crew, *row) for row in ACTIVITIES]
        _file(activities)
    _make_regulation(agreement, activities[-1])
    _make_report(agreement)


def _activity(plan: WorkPlan, crew: Crew, order, form, title, side, fund, budget, months):
    activity = Activity.objects.create(
        plan=plan,
        clause=Clause.objects.get(agreement=plan.agreement, order=order),
        form=form,
        title=title,
        target=sum(months.values()),
        side=side,
        person=crew.facilitators[0] if side == Side.BPMP else None,
        fund_source=fund,
        budget=Decimal(budget),
    )
    ActivityMonth.objects.bulk_create(
        ActivityMonth(activity=activity, month=month, planned=planned)
        for month, planned in months.items()
    )
    members = IndicatorSet.objects.get(code="spm").members.filter(
        indicator__code__in=["A.1", "A.2"]
    )
    ActivityIndicator.objects.bulk_create(
        ActivityIndicator(activity=activity, indicator_id=member.indicator_id) for member in members
    )
    return activity


def _file(activities: Sequence[Activity]) -> None:
    """The visits and trainings of the plan's year are done for its first two activities."""
    mentoring, training = activities[:2]
    year = mentoring.plan.year
    Visit.objects.filter(agreement=mentoring.plan.agreement, date__year=year).update(
        activity=mentoring
    )
    held = Training.objects.annotate(first_day=Min("sessions__date")).filter(first_day__year=year)
    Training.objects.filter(pk__in=held.values("pk")).update(activity=training)


def _make_regulation(agreement: Agreement, activity: Activity) -> None:
    """A circular that is being discussed."""
    dinas = User.objects.get(email="dinas@contoh.id")
    today = timezone.localdate()
    regulation = Regulation(
        agreement=agreement,
        activity=activity,
        kind=Regulation.Kind.CIRCULAR,
        about="Pojok baca di setiap sekolah dasar (contoh)",
    )
    propose_regulation(regulation, by=dinas, on=today - timedelta(days=40))
    advance_regulation(
        regulation,
        to=Regulation.State.DISCUSSED,
        by=dinas,
        on=today - timedelta(days=12),
    )


def _make_report(agreement: Agreement) -> None:
    """Last semester's report, signed by the dinas and waiting for BPMP."""
    finished = [one for one in periods_of(agreement) if one.last < timezone.localdate()]
    dinas = User.objects.get(email="dinas@contoh.id")
    report = propose_report(agreement, finished[0], by=dinas)
    sign_report(report, by=dinas)
