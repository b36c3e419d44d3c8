"""A semester's progress under an agreement, composed from the records as plain JSON values."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone

from indicators.models import Indicator, IndicatorSet
from indicators.reference import SPM
from mentoring.models import (
    Agreement,
    FollowUp,
    Participant,
    ProgressReport,
    Regulation,
    ReviewTarget,
    Training,
    Visit,
    WorkPlan,
)
from mentoring.models.progress_reports import Semester
from mentoring.queries.aims import Aim, aims_of
from mentoring.queries.gaps import gaps_of
from mentoring.queries.realisation import held_sessions
from mentoring.queries.work_plans import Line, Overview, overview_of


@dataclass(frozen=True)
class Period:
    """A semester of a budget year."""

    year: int
    semester: int

    @property
    def months(self) -> range:
        return range(1, 7) if self.semester == Semester.FIRST else range(7, 13)

    @property
    def first(self) -> date:
        return date(self.year, self.months[0], 1)

    @property
    def last(self) -> date:
        return date(self.year, 6, 30) if self.semester == 1 else date(self.year, 12, 31)

    @property
    def label(self) -> str:
        return f"{Semester(self.semester).label} {self.year}"

    def holds(self, name: str) -> dict[str, date]:
        """The condition "the day in this field lies in the semester"."""
        return {f"{name}__gte": self.first, f"{name}__lte": self.last}


def periods_of(agreement: Agreement) -> list[Period]:
    """The semesters in which the agreement held and that have begun, newest first."""
    today, last = timezone.localdate(), agreement.ends_on
    years = range(agreement.starts_on.year, min(today, last).year + 1)
    all_periods = [Period(year, semester) for year in years for semester in Semester.values]
    begun = [
        one
        for one in all_periods
        if one.first <= min(today, last) and one.last >= agreement.starts_on
    ]
    return begun[::-1]


def content_to_propose(
    agreement: Agreement, period: Period, standing: ProgressReport | None
) -> dict | None:
    """What a next report of the semester would say, after the `standing` one that was not sent back.

    None where there is nothing to propose: that one waits for its signatures, or was approved and
    the records still say the same.
    """
    if standing and standing.is_proposed:
        return None
    content = compose(agreement, period)
    return content if standing is None or standing.differs_from(content) else None


def compose(agreement: Agreement, period: Period) -> dict:
    """What the semester brought, as values that JSON keeps: the content of a progress report."""
    plan = WorkPlan.objects.filter(agreement=agreement, year=period.year).first()
    overview = overview_of(plan) if plan else None
    return {
        "agreement": _agreement(agreement),
        "period": {
            "year": period.year,
            "semester": period.semester,
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
        },
        "activities": [_activity(line, period) for line in overview.lines] if overview else [],
        "gaps": [gap.text for gap in gaps_of(overview)] if overview else [],
        "visits": _visits(agreement, period),
        "follow_ups": _follow_ups(agreement, period),
        "trainings": _trainings(agreement, period),
        "reviews": _reviews(agreement, period),
        "regulations": _regulations(agreement, period),
        "indicators": [_aim(aim) for aim in _aims(agreement, overview, period)],
    }


def _agreement(agreement: Agreement) -> dict:
    return {
        "title": agreement.title,
        "first_number": agreement.first_number,
        "second_number": agreement.second_number,
        "area": agreement.area.name,
        "starts_on": agreement.starts_on.isoformat(),
        "ends_on": agreement.ends_on.isoformat(),
        "parties": [
            {"side": party.get_side_display(), "institution": party.institution}
            for party in agreement.parties.all()
        ],
    }


def _activity(line: Line, period: Period) -> dict:
    """An activity with what the semester's months planned and brought."""
    activity = line.activity
    cells = [cell for cell in line.cells if cell.month in period.months]
    return {
        "clause": activity.clause.order,
        "title": activity.title,
        "form": activity.get_form_display(),
        "side": activity.get_side_display(),
        "dropped": activity.is_dropped,
        "target": activity.target,
        "planned": sum(cell.planned for cell in cells),
        "realised": sum(cell.realised for cell in cells),
        "realised_in_year": line.realised,
    }


def _visits(agreement: Agreement, period: Period) -> dict:
    """How many visits of the semester stand in each state, and how many schools they reached."""
    rows = agreement.visits.filter(**period.holds("date")).order_by().values("state")
    counted = rows.annotate(found=Count("pk"), schools=Count("school", distinct=True))
    found = {row["state"]: row for row in counted}
    verified = found.get(Visit.State.VERIFIED, {"found": 0, "schools": 0})
    return {
        "by_state": _by_label(Visit.State, {state: row["found"] for state, row in found.items()}),
        "verified": verified["found"],
        "schools": verified["schools"],
    }


def _by_label(states, counts: dict) -> list[list]:
    """The states that occur, by their word, in their own order."""
    return [[str(state.label), counts[state]] for state in states if state in counts]


def _follow_ups(agreement: Agreement, period: Period) -> dict:
    """What the visits of the semester agreed, by state; late is what was due by its end."""
    agreed = FollowUp.objects.agreed().filter(
        visit__agreement=agreement, **period.holds("visit__date")
    )
    overdue = Q(pk__in=agreed.overdue(min(timezone.localdate(), period.last)).values("pk"))
    rows = (
        agreed.order_by()
        .values_list("state")
        .annotate(n=Count("pk"), late=Count("pk", filter=overdue))
    )
    found = {state: (count, late) for state, count, late in rows}
    return {
        "by_state": _by_label(FollowUp.State, {state: n for state, (n, _late) in found.items()}),
        "late": sum(late for _n, late in found.values()),
    }


def _trainings(agreement: Agreement, period: Period) -> list[dict]:
    """The trainings with sessions held in the semester: how many, their JP, and who was there."""
    within = held_sessions().filter(training__agreement=agreement, **period.holds("date"))
    sums = within.order_by().values("training").annotate(n=Count("pk"), jp=Sum("hours"))
    held = {row["training"]: row for row in sums}
    people = _people_by_training(within)
    return [
        {
            "title": training.title,
            "kind": training.get_kind_display(),
            "sessions": held[training.pk]["n"],
            "hours": str(held[training.pk]["jp"]),
            "participants": people.get(training.pk, 0),
        }
        for training in Training.objects.filter(pk__in=held).order_by("title", "pk")
    ]


def _people_by_training(sessions: QuerySet) -> dict[int, int]:
    """How many people came to at least one of these sessions, by training."""
    came = Participant.objects.filter(attendance__session__in=sessions).order_by()
    return dict(came.values_list("training").annotate(found=Count("pk", distinct=True)))


def _reviews(agreement: Agreement, period: Period) -> list[dict]:
    """The reviews of performance posts that took place in the semester, and how their targets came out."""
    met = Count("targets", filter=Q(targets__outcome=ReviewTarget.Outcome.MET))
    judged = Count("targets", filter=~Q(targets__outcome=""))
    held = agreement.reviews.held().filter(**period.holds("date")).annotate(met=met, judged=judged)
    return [
        {
            "post": review.post.label,
            "place": review.post.place.name,
            "date": review.date.isoformat(),
            "state": review.get_state_display(),
            "met": review.met,
            "judged": review.judged,
        }
        for review in held.select_related("post__school", "post__area").order_by("date", "pk")
    ]


def _regulations(agreement: Agreement, period: Period) -> list[dict]:
    """The regulations that took a step in the semester, as they stood at its end."""
    stepped = agreement.regulations.filter(
        pk__in=agreement.regulations.filter(**period.holds("steps__on")).values("pk")
    )
    return [_regulation(one, period) for one in stepped.prefetch_related("steps").order_by("pk")]


def _regulation(regulation: Regulation, period: Period) -> dict:
    steps = [step for step in regulation.steps.all() if step.on <= period.last]
    enacted = regulation.enacted_on
    known = enacted is not None and enacted <= period.last
    return {
        "kind": regulation.get_kind_display(),
        "about": regulation.about,
        "number": regulation.number if known else "",
        "enacted_on": enacted.isoformat() if known else None,
        "state": steps[-1].get_to_state_display(),
    }


def _aims(agreement: Agreement, overview: Overview | None, period: Period) -> list[Aim]:
    """The indicators that the year's activities aim at; where they name none, those of the SPM set."""
    indicators = {
        aim.indicator
        for line in (overview.lines if overview else [])
        for aim in line.activity.aimed.all()
    }
    if not indicators:
        sets = IndicatorSet.objects.on(period.last).filter(code=SPM)
        indicators = set(Indicator.objects.filter(memberships__set__in=sets))
    return aims_of(agreement.area, indicators, until=period.year)


def _aim(aim: Aim) -> dict:
    """An indicator with its newest figure and, in words, the change to the year before."""
    newest = aim.newest
    return {
        "indicator": str(aim.indicator),
        "year": newest.year if newest else None,
        "value": str(newest.value.normalize()) if newest and newest.value is not None else None,
        "unit": aim.indicator.get_unit_display(),
        "label": newest.label if newest else "",
        "colour": newest.get_colour_display() if newest else "",
        "change": aim.change.text if aim.change else "",
    }


def reports_of(agreement: Agreement, period: Period) -> QuerySet:
    """The proposed reports of a semester, newest version first."""
    return ProgressReport.objects.filter(
        agreement=agreement, year=period.year, semester=period.semester
    ).select_related("proposed_by", "sent_back_by")
