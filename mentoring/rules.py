"""Who may do what in the cooperation. What lies in a person's scope is each model's `visible_to`."""

import rules

from mentoring.steps import STEPS, Who
from portal.access import (
    has_role,
    is_admin,
    is_dinas,
    is_facilitator,
    is_office,
    is_school,
    is_signed_in,
)
from portal.models import Role, User

runs_the_cooperation = has_role(Role.ADMIN, Role.DINAS)
raises_issues = has_role(Role.DINAS, Role.FACILITATOR, Role.SCHOOL)
works_on_the_plan = has_role(Role.ADMIN, Role.DINAS, Role.FACILITATOR)
plans_visits = has_role(Role.ADMIN, Role.DINAS, Role.FACILITATOR)
runs_trainings = has_role(Role.ADMIN, Role.DINAS, Role.FACILITATOR)
runs_posts = has_role(Role.ADMIN, Role.DINAS, Role.FACILITATOR)


@rules.predicate
def is_own_visit(user: User, visit) -> bool:
    return visit is None or visit.facilitator_id == user.pk


@rules.predicate
def co_writes(user: User, visit) -> bool:
    """A second facilitator of the visit: they write its report, and do not submit it."""
    return visit is not None and any(one.user_id == user.pk for one in visit.co_writers.all())


@rules.predicate
def is_of_own_visit(user: User, part) -> bool:
    """Parts of a visit (its photos) belong to those who write its report."""
    return part is None or is_own_visit(user, part.visit) or co_writes(user, part.visit)


@rules.predicate
def is_of_led_visit(user: User, part) -> bool:
    """A part of a visit that the user leads: who else writes is for its facilitator to choose."""
    return part is None or is_own_visit(user, part.visit)


@rules.predicate
def keeps_snippet(user: User, snippet) -> bool:
    """One's own template; an admin keeps the shared ones."""
    if snippet is None or snippet.owner_id == user.pk:
        return True
    return snippet.owner_id is None and user.role == Role.ADMIN


@rules.predicate
def is_verified(user: User, visit) -> bool:
    return visit is None or visit.is_verified


@rules.predicate
def is_of_verified_visit(user: User, part) -> bool:
    return part is None or part.visit.is_verified


@rules.predicate
def is_own_comment(user: User, comment) -> bool:
    return comment is None or comment.by_id == user.pk


def accompanies(user: User, visit) -> bool:
    """Who made the visit, and who accompanies its school today: it may have been handed over."""
    return (
        visit.facilitator_id == user.pk
        or user.assignments.on().filter(school=visit.school_id).exists()
    )


@rules.predicate
def works_on_follow_up(user: User, follow_up) -> bool:
    """Its owner, the school's facilitators then and now, the dinas, and the school report on it."""
    if follow_up is not None and follow_up.owner_person_id == user.pk:
        return True
    if user.role == Role.FACILITATOR:
        return follow_up is None or accompanies(user, follow_up.visit)
    if user.role == Role.SCHOOL:
        return follow_up is None or follow_up.owner == follow_up.Owner.SCHOOL
    return user.role == Role.DINAS


@rules.predicate
def verifies_follow_up(user: User, follow_up) -> bool:
    """The dinas, and the visit's facilitator where the school is the owner. Never one's own."""
    if follow_up is not None and follow_up.owner_person_id == user.pk:
        return False
    if user.role == Role.FACILITATOR:
        return follow_up is None or (
            follow_up.owner == follow_up.Owner.SCHOOL and accompanies(user, follow_up.visit)
        )
    return user.role == Role.DINAS


@rules.predicate
def is_own_evidence(user: User, evidence) -> bool:
    """Evidence of a follow-up is taken away by who brought it."""
    return evidence is None or evidence.uploaded_by_id == user.pk


@rules.predicate
def raised_issue(user: User, issue) -> bool:
    """Who raised the issue; the dinas in the place of somebody whose account was closed."""
    if issue is None or issue.raised_by_id == user.pk:
        return True
    return user.role == Role.DINAS and not issue.raised_by.is_active


@rules.predicate
def has_issue_on_desk(user: User, issue) -> bool:
    """Who answers at the level where the issue lies; BPMP writes down what the ministry says.

    For a school also who raised the issue there: not every school has an account.
    """
    if issue is None:
        return True
    if issue.level == issue.Level.SCHOOL:
        return user.role == Role.SCHOOL or issue.raised_by_id == user.pk
    return user.role == (Role.DINAS if issue.level == issue.Level.CITY else Role.FACILITATOR)


@rules.predicate
def runs_post(user: User, post) -> bool:
    """A facilitator runs the posts of areas, and of the schools entrusted to them today."""
    if user.role != Role.FACILITATOR or post is None or post.school_id is None:
        return True
    return user.assignments.on().filter(school=post.school_id).exists()


@rules.predicate
def records_review(user: User, review) -> bool:
    """Whoever runs the post and is of the side that records this review."""
    return review is None or (review.is_recorded_by_side_of(user) and runs_post(user, review.post))


@rules.predicate
def is_of_other_side(user: User, review) -> bool:
    """A review is approved by the side that did not record it."""
    return review is None or not review.is_recorded_by_side_of(user)


rules.add_perm("mentoring.list_agreements", is_office)
rules.add_perm("mentoring.view_agreement", is_office)
rules.add_perm("mentoring.add_agreement", runs_the_cooperation)
rules.add_perm("mentoring.change_agreement", runs_the_cooperation)

rules.add_perm("mentoring.view_addendum", is_office)
rules.add_perm("mentoring.add_addendum", runs_the_cooperation)

rules.add_perm("mentoring.list_regulations", is_office)
rules.add_perm("mentoring.view_regulation", is_office)
rules.add_perm("mentoring.add_regulation", runs_the_cooperation)
rules.add_perm("mentoring.change_regulation", runs_the_cooperation)

rules.add_perm("mentoring.view_progress_report", is_office)
rules.add_perm("mentoring.propose_progress_report", works_on_the_plan)
# A side signs by a person of its own; an admin belongs to none.
rules.add_perm("mentoring.sign_progress_report", is_dinas | is_facilitator)

rules.add_perm("mentoring.view_work_plan", is_office)
rules.add_perm("mentoring.view_clause", is_office)
rules.add_perm("mentoring.view_activity", is_office)
# Both sides own activities, so both keep the plan.
rules.add_perm("mentoring.add_work_plan", works_on_the_plan)
rules.add_perm("mentoring.change_work_plan", works_on_the_plan)
rules.add_perm("mentoring.change_activity", works_on_the_plan)
rules.add_perm("mentoring.list_assignments", is_office)
rules.add_perm("mentoring.view_assignment", is_office)
rules.add_perm("mentoring.change_assignment", runs_the_cooperation)

rules.add_perm("mentoring.list_year_plans", is_office)
rules.add_perm("mentoring.set_year_plans", plans_visits)
rules.add_perm("mentoring.view_need", is_office)
rules.add_perm("mentoring.view_impact", is_office)
rules.add_perm("mentoring.view_calendar", is_signed_in)
rules.add_perm("mentoring.keep_feed", is_signed_in)
rules.add_perm("mentoring.keep_instruments", is_admin)

rules.add_perm("mentoring.list_visits", is_signed_in)
rules.add_perm("mentoring.view_visit", is_signed_in)
# How a report came to be: earlier wordings, why it was sent back. A school reads the outcome.
rules.add_perm("mentoring.view_visit_history", is_office)
WHO = {
    Who.OWNER: is_facilitator & is_own_visit,
    Who.WRITER: is_facilitator & (is_own_visit | co_writes),
    Who.VERIFIER: is_dinas,
}
for step in STEPS:
    rules.add_perm(step.permission, WHO[step.who])
rules.add_perm("mentoring.view_visit_writers", is_office)
rules.add_perm("mentoring.choose_companions", WHO[Who.OWNER])
rules.add_perm("mentoring.remove_companion", is_facilitator & is_of_led_visit)

rules.add_perm("mentoring.file_visit", runs_the_cooperation | (is_facilitator & is_own_visit))

rules.add_perm("mentoring.add_evidence", WHO[Who.WRITER])
rules.add_perm("mentoring.view_evidence", is_signed_in)
rules.add_perm("mentoring.delete_evidence", is_facilitator & is_of_own_visit)

writes_texts = has_role(Role.ADMIN, Role.FACILITATOR)
rules.add_perm("mentoring.use_snippets", writes_texts)
rules.add_perm("mentoring.change_snippet", writes_texts & keeps_snippet)
rules.add_perm("mentoring.share_snippets", is_admin)

rules.add_perm("mentoring.note_place", is_facilitator & is_own_visit)

# The head of the school, on the facilitator's phone or with the school's account.
rules.add_perm("mentoring.take_signature", is_facilitator & is_own_visit)
rules.add_perm("mentoring.confirm_visit", is_school)

# The offices talk about every visit, the school joins once it is verified.
takes_part = is_office | (is_school & is_verified)
rules.add_perm("mentoring.view_discussion", takes_part)
rules.add_perm("mentoring.add_comment", takes_part)
rules.add_perm("mentoring.change_comment", is_own_comment)
rules.add_perm("mentoring.view_paper", is_signed_in)
rules.add_perm("mentoring.correct_minutes", WHO[Who.VERIFIER])
rules.add_perm("mentoring.issue_letter", runs_the_cooperation)
rules.add_perm("mentoring.view_facilitator_papers", is_office)
rules.add_perm("mentoring.bundle_minutes", is_office)

rules.add_perm("mentoring.list_follow_ups", is_signed_in)
rules.add_perm("mentoring.view_follow_up", is_office | (is_school & is_of_verified_visit))
rules.add_perm("mentoring.report_follow_up", works_on_follow_up)
rules.add_perm("mentoring.verify_follow_up", verifies_follow_up)
rules.add_perm("mentoring.view_follow_up_evidence", is_signed_in)
rules.add_perm("mentoring.delete_follow_up_evidence", is_own_evidence)

rules.add_perm("mentoring.list_issues", is_signed_in)
rules.add_perm("mentoring.view_issue", is_signed_in)
rules.add_perm("mentoring.raise_issue", raises_issues)
# Who may try a step at all; whose turn it is, is asked again when the step is taken.
rules.add_perm("mentoring.take_issue_step", raises_issues)
rules.add_perm("mentoring.handle_issue", raises_issues & has_issue_on_desk)
rules.add_perm("mentoring.end_issue", raises_issues & raised_issue)

rules.add_perm("mentoring.see_desks", is_office)

rules.add_perm("mentoring.list_trainings", is_signed_in)
rules.add_perm("mentoring.view_training", is_signed_in)
rules.add_perm("mentoring.view_training_history", is_office)
rules.add_perm("mentoring.add_training", runs_trainings)
rules.add_perm("mentoring.change_training", runs_trainings)

rules.add_perm("mentoring.list_posts", is_signed_in)
# The offices find them under Kerja sama, which a school does not see.
rules.add_perm("mentoring.have_posts_as_place", is_school)
rules.add_perm("mentoring.view_post", is_signed_in)
rules.add_perm("mentoring.add_post", runs_posts)
rules.add_perm("mentoring.change_post", runs_posts & runs_post)
# A review is recorded and approved by people of a side; an admin belongs to none.
rules.add_perm("mentoring.plan_review", (is_dinas | is_facilitator) & runs_post)
rules.add_perm("mentoring.view_review", is_signed_in)
# How it came to be: earlier wordings, why it was sent back. A school reads what was agreed.
rules.add_perm("mentoring.view_review_history", is_office)
rules.add_perm("mentoring.record_review", (is_dinas | is_facilitator) & records_review)
rules.add_perm("mentoring.approve_review", (is_dinas | is_facilitator) & is_of_other_side)
