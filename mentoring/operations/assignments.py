"""What may happen to an assignment: made, ended, handed over to another facilitator."""

from collections.abc import Collection
from datetime import date, timedelta

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Assignment, Visit
from mentoring.operations.papers import withdraw_letters
from mentoring.operations.visits import save
from portal.models import Role, User
from portal.notices.operations import notify
from portal.operations import Refused, lock
from schools.models import School


@transaction.atomic
def assign_school(
    school: School, *, to: User, by: User, starts_on: date, ends_on: date | None = None
) -> Assignment:
    """Entrust a school to a facilitator for a period, open at its end unless told, and tell them.

    Raises Refused when the person is no active facilitator, the school lies outside their area or
    is theirs already on one of the days, or they would accompany more schools than their ceiling
    on any of them. Two people who assign to one facilitator wait for each other.
    """
    _lock_people(to)
    made = _make(Assignment(facilitator=to, school=school, starts_on=starts_on, ends_on=ends_on))
    _tell_of_new(made, by)
    return made


@transaction.atomic
def end_assignment(assignment: Assignment, *, by: User, on: date, version: int) -> None:
    """Let an assignment end with a day, and tell its facilitator.

    Raises Refused when the day lies before its first or the assignment ends before it already,
    Conflict when it was saved since `version`.
    """
    assignment = lock(assignment, version=version)
    if on < assignment.starts_on:
        raise Refused(
            _("Penugasan ini mulai pada %s. Pilih hari itu atau sesudahnya.")
            % date_format(assignment.starts_on)
        )
    _require_running(assignment, on)
    _end(assignment, on)
    text = _("Pendampingan Anda di %(school)s berakhir pada %(day)s.")
    _tell(assignment, text % {"school": assignment.school.name, "day": date_format(on)}, by)


@transaction.atomic
def hand_over(
    assignment: Assignment,
    *,
    to: User,
    by: User,
    on: date,
    version: int,
    visits: Collection[int] = (),
) -> Assignment:
    """Give a school to another facilitator from a day on; the former one keeps the days before.

    The planned visits named (by primary key) go along, and both are told. Returns the new
    assignment. Raises Refused when the day is not after the first, the assignment ended before it,
    the new facilitator may not have the school (`assign_school`), or a visit is no longer planned
    from that day on; Conflict when the assignment was saved since `version`.
    """
    _lock_people(to, assignment.facilitator)
    assignment = lock(assignment, version=version)
    if to == assignment.facilitator:
        raise Refused(_("Sekolah ini sudah didampingi %s. Pilih fasilitator lain.") % to)
    if on <= assignment.starts_on:
        raise Refused(
            _("Penugasan ini mulai pada %s. Pilih hari sesudahnya.")
            % date_format(assignment.starts_on)
        )
    _require_running(assignment, on)
    taken_over = Assignment(
        facilitator=to, school=assignment.school, starts_on=on, ends_on=assignment.ends_on
    )
    _end(assignment, on - timedelta(days=1))
    _make(taken_over)
    _take_along(assignment, to, on, set(visits))
    _tell_of_new(taken_over, by)
    values = {"school": assignment.school.name, "name": to.name, "day": date_format(on)}
    _tell(assignment, _("%(school)s didampingi %(name)s mulai %(day)s.") % values, by)
    return taken_over


def _lock_people(*people: User) -> None:
    """Make others who change what these facilitators accompany wait."""
    keys = sorted(person.pk for person in people)
    list(User.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))


def _make(assignment: Assignment) -> Assignment:
    if assignment.facilitator.role != Role.FACILITATOR or not assignment.facilitator.is_active:
        raise Refused(_("%s bukan fasilitator aktif.") % assignment.facilitator)
    if not assignment.school.is_open:
        raise Refused(_("%s sudah tutup atau bergabung.") % assignment.school.name)
    try:
        assignment.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    assignment.save()
    return assignment


def _require_running(assignment: Assignment, on: date) -> None:
    if assignment.ends_on is not None and assignment.ends_on < on:
        raise Refused(_("Penugasan ini sudah berakhir pada %s.") % date_format(assignment.ends_on))


def _end(assignment: Assignment, on: date) -> None:
    assignment.ends_on = on
    assignment.version += 1
    assignment.save()


def _tell_of_new(assignment: Assignment, by: User) -> None:
    values = {"school": assignment.school.name, "period": assignment.period}
    _tell(assignment, _("Anda mendampingi %(school)s %(period)s.") % values, by)


def _tell(assignment: Assignment, text: str, by: User) -> None:
    url = reverse("mentoring:facilitator", args=[assignment.facilitator_id])
    notify([assignment.facilitator], kind="assignment", text=text, url=url, by=by)


def _take_along(assignment: Assignment, to: User, on: date, keys: set[int]) -> None:
    planned = Visit.objects.select_for_update(of=("self",)).filter(
        pk__in=keys,
        school=assignment.school_id,
        facilitator=assignment.facilitator_id,
        state=Visit.State.PLANNED,
        date__gte=on,
    )
    found = list(planned.order_by("pk"))
    if len(found) != len(keys):
        raise Refused(_("Rencana kunjungan berubah sementara ini. Periksa lagi daftarnya."))
    with pghistory.context(reason=_("Sekolah dialihkan kepada %s.") % to):
        for visit in found:
            withdraw_letters(visit, reason=_("Kunjungan dialihkan kepada %s.") % to)
            visit.facilitator = to
            save(visit)
