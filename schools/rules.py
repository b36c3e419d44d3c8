"""Who may do what with schools. Which schools a person sees is `School.objects.visible_to`."""

import rules

from portal.access import has_role, is_admin, is_office, is_school, is_signed_in
from portal.models import Role

keeps_the_registry = has_role(Role.ADMIN, Role.DINAS)


@rules.predicate
def is_merged(user, school) -> bool:
    """The school's record was merged into another's, and stays as it is."""
    return school is not None and school.is_merged


rules.add_perm("schools.list_schools", is_office)
rules.add_perm("schools.view_school", is_signed_in)
rules.add_perm("schools.add_school", keeps_the_registry)
rules.add_perm("schools.change_school", keeps_the_registry & ~is_merged)
rules.add_perm("schools.change_many", keeps_the_registry)
rules.add_perm("schools.add_membership", keeps_the_registry & ~is_merged)
rules.add_perm("schools.change_membership", keeps_the_registry)
rules.add_perm("schools.propose_change", is_school & ~is_merged)
rules.add_perm("schools.list_proposals", is_office)
rules.add_perm("schools.view_proposal", is_signed_in)
rules.add_perm("schools.decide_proposal", keeps_the_registry)
rules.add_perm("schools.withdraw_proposal", is_school)
rules.add_perm("schools.import_schools", keeps_the_registry)
rules.add_perm("schools.find_duplicates", is_admin)
rules.add_perm("schools.merge_school", is_admin)
rules.add_perm("schools.undo_merger", is_admin)
rules.add_perm("schools.tell_apart", is_admin)
rules.add_perm("schools.close_school", is_admin & ~is_merged)
rules.add_perm("schools.reopen_school", is_admin & ~is_merged)
