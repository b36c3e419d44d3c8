"""Who may do what in the cooperation. What lies in a person's scope is each model's `visible_to`."""

import rules

from portal.access import has_role, is_admin, is_dinas, is_facilitator, is_office, is_signed_in
from portal.models import Role, User

runs_the_cooperation = has_role(Role.ADMIN, Role.DINAS)
runs_trainings = has_role(Role.ADMIN, Role.DINAS, Role.FACILITATOR)


@rules.predicate
def is_own_visit(user: User, visit) -> bool:
    return visit is None or visit.facilitator_id == user.pk


@rules.predicate
def is_of_own_visit(user: User, part) -> bool:
    """Parts of a visit (its photos) belong to the visit's facilitator."""
    return part is None or part.visit.facilitator_id == user.pk


@rules.predicate
def works_on_follow_up(user: User, follow_up) -> bool:
    """The facilitator who agreed it, the dinas, and the school concerned report on a follow-up."""
    if user.role == Role.FACILITATOR:
        return follow_up is None or follow_up.visit.facilitator_id == user.pk
    if user.role == Role.SCHOOL:
        return follow_up is None or follow_up.owner == follow_up.Owner.SCHOOL
    return user.role == Role.DINAS


rules.add_perm("mentoring.list_agreements", is_office)
rules.add_perm("mentoring.view_agreement", is_office)
rules.add_perm("mentoring.add_agreement", runs_the_cooperation)
rules.add_perm("mentoring.change_agreement", runs_the_cooperation)

rules.add_perm("mentoring.keep_instruments", is_admin)

rules.add_perm("mentoring.list_visits", is_signed_in)
rules.add_perm("mentoring.view_visit", is_signed_in)
# How a report came to be: earlier wordings, why it was sent back. A school reads the outcome.
rules.add_perm("mentoring.view_visit_history", is_office)
rules.add_perm("mentoring.plan_visit", is_facilitator)
rules.add_perm("mentoring.record_visit", is_facilitator & is_own_visit)
rules.add_perm("mentoring.submit_visit", is_facilitator & is_own_visit)
rules.add_perm("mentoring.cancel_visit", is_facilitator & is_own_visit)
rules.add_perm("mentoring.verify_visit", is_dinas)
rules.add_perm("mentoring.send_back_visit", is_dinas)

rules.add_perm("mentoring.add_evidence", is_facilitator & is_own_visit)
rules.add_perm("mentoring.view_evidence", is_signed_in)
rules.add_perm("mentoring.delete_evidence", is_facilitator & is_of_own_visit)

rules.add_perm("mentoring.list_follow_ups", is_signed_in)
rules.add_perm("mentoring.view_follow_up", is_signed_in)
rules.add_perm("mentoring.report_follow_up", works_on_follow_up)

rules.add_perm("mentoring.list_trainings", is_signed_in)
rules.add_perm("mentoring.view_training", is_signed_in)
rules.add_perm("mentoring.view_training_history", is_office)
rules.add_perm("mentoring.add_training", runs_trainings)
rules.add_perm("mentoring.change_training", runs_trainings)
