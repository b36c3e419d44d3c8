"""Random people take random steps with a visit and its follow-up; what must hold, holds after each."""

import itertools
from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from mentoring import steps
from mentoring.models import (
    Activity,
    FollowUp,
    FollowUpStep,
    Transition,
    Visit,
    VisitCompanion,
    VisitKind,
    WorkPlan,
)
from mentoring.operations.evidence import add_file
from mentoring.operations.follow_ups import (
    report_follow_up,
    send_back_follow_up,
    verify_follow_up,
)
from mentoring.operations.photos import read_photo
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import (
    cancel_visit,
    end_visit,
    plan_visit,
    reschedule_visit,
    send_back,
    start_visit,
    submit_visit,
    verify_visit,
)
from mentoring.queries.realisation import realisation_of
from mentoring.queries.reports import missing_in
from mentoring.queries.visits import with_parts
from portal.models import Role
from portal.operations import Conflict, Refused
from tests.mentoring.fixtures_visits import picture

State = Visit.State
PEOPLE = ("facilitator", "companion", "stranger", "officer", "owner")
people = st.sampled_from(PEOPLE)
REASON = "Sekolah libur"


class Cooperation(RuleBasedStateMachine):
    """One visit after another at one school, for one or no activity. `world` is given by the test."""

    world: dict = {}
    reached: set = set()

    def __init__(self):
        super().__init__()
        self.inside = transaction.atomic()
        self.inside.__enter__()
        for name in PEOPLE[:3]:
            self.world[name].role = Role.FACILITATOR
        self.planned_for: dict[int, Activity | None] = {}
        self.visit = self._plan(0)

    def teardown(self):
        transaction.set_rollback(True)
        self.inside.__exit__(None, None, None)

    def _plan(self, number: int) -> Visit:
        day = timezone.localdate() - timedelta(days=number)
        # In the first days of January some lie before the plan's year.
        in_plan = day.year == timezone.localdate().year
        activity = self.world["activities"][number] if in_plan else None
        visit = plan_visit(
            self.world["school"],
            by=self.world["facilitator"],
            on=day,
            kind=self.world["kind"],
            mode=Visit.Mode.ON_SITE,
            activity=activity,
        )
        self.planned_for[visit.pk] = activity
        VisitCompanion.objects.create(visit=visit, user=self.world["companion"])
        return visit

    def _try(self, permission: str, operation, record, *, by: str, **kwargs) -> None:
        """Take a step as a page lets one: the rule is asked first, then the operation."""
        person = kwargs["by"] = self.world[by]
        if not person.has_perm(f"mentoring.{permission}", record):
            return
        try:
            with transaction.atomic():
                operation(record, **kwargs)
        except (Refused, Conflict):
            pass
        self.visit.refresh_from_db()

    @rule()
    def plan_the_next(self):
        """Once a visit is over, the next one: for the same activity, then another, then none."""
        over = self.visit.state in (State.VERIFIED, State.CANCELLED)
        if over and len(self.planned_for) < len(self.world["activities"]):
            self.visit = self._plan(len(self.planned_for))

    @rule(who=people)
    def start(self, who):
        self._try("start_visit", start_visit, self.visit, by=who)

    @rule(who=people)
    def end(self, who):
        self._try("end_visit", end_visit, self.visit, by=who)

    @rule(who=st.sampled_from(PEOPLE[:3]), whole=st.sampled_from([True, True, False]))
    def record(self, who, whole):
        report = self.world["report"](self.visit, **({} if whole else {"findings": ""}))
        self._try(
            "record_visit",
            record_visit,
            self.visit,
            by=who,
            version=self.visit.version,
            report=report,
        )

    @rule(who=st.sampled_from(PEOPLE[:3]), n=st.integers(0, 1))
    def photograph(self, who, n):
        given = {"file": self.world["photos"][n], "caption": "", "name": "foto"}
        self._try("add_evidence", add_file, self.visit, by=who, **given)

    @rule(who=people, behind=st.sampled_from([0, 0, 0, 1]))
    def submit(self, who, behind):
        given = {"version": self.visit.version - behind}
        if self.visit.was_sent_back:
            given["reason"] = REASON
        self._try("submit_visit", submit_visit, self.visit, by=who, **given)

    def finish(self):
        """The facilitator writes all of it and hands it in."""
        self.end("facilitator")
        self.record("facilitator", whole=True)
        for n in (0, 1):
            self.photograph("facilitator", n)
        self.submit("facilitator", 0)

    @rule(who=people)
    def verify(self, who):
        version = self.visit.version
        self._try("verify_visit", verify_visit, self.visit, by=who, version=version)

    @rule(who=st.sampled_from(PEOPLE[:2]))
    def verify_as_an_officer(self, who):
        """Who wrote the report may have become an officer of the dinas meanwhile."""
        if self.visit.state == State.SUBMITTED:
            self.world[who].role = Role.DINAS
        self.verify(who)
        self.world[who].role = Role.FACILITATOR

    @rule(tempted=st.sampled_from([*PEOPLE[:2], ""]))
    def carry_on(self, tempted):
        """What usually comes next: written and handed in, verified, done, and that verified."""
        if self.visit.state == State.SUBMITTED:
            if tempted:
                self.verify_as_an_officer(tempted)
            self.verify("officer")
        elif self.visit.state == State.VERIFIED:
            self.report("owner", done=True)
            self.judge("officer", good=True)
        else:
            self.finish()

    @rule(who=people, step=st.sampled_from(["send_back_visit", "cancel_visit"]))
    def give_a_reason(self, who, step):
        operation = {"send_back_visit": send_back, "cancel_visit": cancel_visit}[step]
        given = {"reason": REASON, "version": self.visit.version}
        self._try(step, operation, self.visit, by=who, **given)

    @rule(who=people, days=st.integers(-1, 2))
    def reschedule(self, who, days):
        self._try(
            "reschedule_visit",
            reschedule_visit,
            self.visit,
            by=who,
            on=timezone.localdate() + timedelta(days=days),
            reason=REASON,
            version=self.visit.version,
        )

    @rule(who=people, done=st.booleans())
    def report(self, who, done):
        state = FollowUp.State.DONE if done else FollowUp.State.IN_PROGRESS
        for row in self.visit.follow_ups.all():
            given = {"state": state, "result": "Terpasang", "version": row.version}
            self._try("report_follow_up", report_follow_up, row, by=who, **given)

    @rule(who=people, good=st.sampled_from([True, True, False]))
    def judge(self, who, good):
        operation = verify_follow_up if good else send_back_follow_up
        reason = {} if good else {"reason": REASON}
        for row in self.visit.follow_ups.all():
            given = reason | {"version": row.version}
            self._try("verify_follow_up", operation, row, by=who, **given)

    @invariant()
    def every_step_is_noted_and_in_the_table(self):
        rows = list(self.visit.transitions.values_list("from_state", "to_state"))
        assert rows[0] == ("", State.PLANNED)
        assert rows[-1][1] == self.visit.state
        for (before, after), (following, _next) in itertools.pairwise(rows):
            assert after == following
            assert steps.leads(before, after)
        assert steps.leads(*rows[-1])
        events = self.visit.pgh_event_model.objects.filter(pgh_obj_id=self.visit.pk)
        states = events.order_by("pgh_id").values_list("state", flat=True)
        lived = [state for state, _group in itertools.groupby(states)]
        told = [state for state, _group in itertools.groupby(after for _before, after in rows)]
        assert lived == told

    @invariant()
    def a_verified_visit_has_its_parts_and_another_verifier(self):
        self.reached.add(self.visit.state)
        if self.visit.state != State.VERIFIED:
            return
        assert missing_in(with_parts(self.visit)) == []
        last = self.visit.transitions.last()
        assert last.by not in (self.world["facilitator"], self.world["companion"])

    @invariant()
    def realisation_equals_a_recount_of_the_steps(self):
        """What stands, and what is verified by month, told by nothing but each visit's last step."""
        last = {step.visit_id: step.to_state for step in Transition.objects.order_by("pk")}
        days = dict(Visit.objects.values_list("pk", "date"))
        asked = [one for one in self.world["activities"] if one is not None]
        counted = realisation_of({one.pk for one in asked})
        for activity in asked:
            own = [pk for pk, of in self.planned_for.items() if of == activity]
            standing = [pk for pk in own if last[pk] != State.CANCELLED]
            months = Counter(
                days[pk].month
                for pk in own
                if last[pk] == State.VERIFIED and days[pk].year == activity.plan.year
            )
            assert counted.months_of(activity.pk) == [months[month] for month in range(1, 13)]
            assert counted.filed.get(activity.pk, 0) == len(standing)
            self.reached.add(f"{months.total()} realised")

    @invariant()
    def nobody_verifies_their_own_follow_up(self):
        for row in self.visit.follow_ups.all():
            moved = list(
                FollowUpStep.objects.filter(follow_up=row).order_by("pk").values_list("to_state")
            )
            if moved:
                assert moved[-1] == (row.state,)
            if row.is_verified:
                self.reached.add("verified follow-up")
                assert self.visit.state == State.VERIFIED
                assert row.verified_by_id is not None
                assert row.verified_by_id != row.owner_person_id
                assert row.verified_by_id != row.reported_by_id


@pytest.mark.django_db
def test_whatever_people_do_the_rules_hold(
    agreement, own_school, facilitator, make_person, assign, full_report, make_activity
):
    year = timezone.localdate().year
    this_year, _made = WorkPlan.objects.get_or_create(agreement=agreement, year=year)
    often, once = (make_activity(plan=this_year) for _number in range(2))
    owner = make_person("sekolah", school=own_school)
    Cooperation.world = {
        "school": own_school,
        "facilitator": facilitator,
        "companion": make_person("fasilitator"),
        "stranger": make_person("fasilitator"),
        "officer": make_person("dinas"),
        "owner": owner,
        "kind": VisitKind.objects.first(),
        "activities": [often, often, once, None],
        "report": full_report,
        "photos": [read_photo(picture(colour), "foto.jpg") for colour in ("teal", "navy")],
    }
    Cooperation.reached = set()
    run_state_machine_as_test(
        Cooperation,
        settings=settings(
            max_examples=14,
            stateful_step_count=16,
            deadline=None,
            derandomize=True,  # what is reached below is reached in every run
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert {State.SUBMITTED, State.VERIFIED, "verified follow-up"} <= Cooperation.reached
    assert {"0 realised", "1 realised"} <= Cooperation.reached
