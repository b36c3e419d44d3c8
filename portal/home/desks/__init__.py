"""What waits for each person: the numbers and lists of the start page, a module a role."""

from portal.home.desks.admin import desk_of_admin
from portal.home.desks.dinas import desk_of_dinas
from portal.home.desks.facilitator import desk_of_facilitator
from portal.home.desks.leader import desk_of_leader
from portal.home.desks.pieces import Desk
from portal.home.desks.school import desk_of_school
from portal.models import Role, User

DESKS = {
    Role.ADMIN: desk_of_admin,
    Role.DINAS: desk_of_dinas,
    Role.FACILITATOR: desk_of_facilitator,
    Role.SCHOOL: desk_of_school,
    Role.LEADER: desk_of_leader,
}


def desk_of(user: User) -> Desk:
    """The start page of this person's role."""
    return DESKS[user.role](user)
