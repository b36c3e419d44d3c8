"""What may happen to schools and their programme memberships."""

from datetime import date

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.models import Area
from portal.operations import Refused, refused_by, save_edit
from schools.models import Accreditation, Membership, Programme, School

NPSN_TAKEN = _("NPSN ini sudah dipakai sekolah lain.")
MEMBER_ALREADY = _("Sekolah ini sudah tercatat pada program dan angkatan itu.")
ENDS_BEFORE_START = _("Tanggal berakhir mendahului tanggal mulai.")
NPSN_IS_UNIQUE = "schools_school_npsn_key"  # named by PostgreSQL


def add_school(school: School) -> School:
    """Save a new school. Raises Refused when its NPSN was taken meanwhile."""
    with refused_by(NPSN_TAKEN, NPSN_IS_UNIQUE):
        school.save(force_insert=True)
    return school


def change_school(school: School, *, version: int) -> None:
    """Save an edited school on top of the version that its editor saw.

    Raises Conflict when somebody saved it meanwhile, Refused when its NPSN was taken meanwhile.
    """
    with refused_by(NPSN_TAKEN, NPSN_IS_UNIQUE):
        save_edit(school, version=version)


def add_membership(membership: Membership) -> Membership:
    """Save a new membership. Raises Refused when the school is in that cohort already."""
    with refused_by(MEMBER_ALREADY, "membership_once_per_cohort"):
        membership.save(force_insert=True)
    return membership


def change_membership(membership: Membership, *, version: int) -> None:
    """Save an edited membership on top of the version that its editor saw.

    Raises Conflict when somebody saved it meanwhile, Refused when it repeats another membership.
    """
    with refused_by(MEMBER_ALREADY, "membership_once_per_cohort"):
        save_edit(membership, version=version)


@transaction.atomic
def set_accreditation(schools: QuerySet[School], *, accreditation: Accreditation) -> int:
    """Give several schools the same new result; returns how many of them changed.

    The decree and the end date of the former result go with it.
    """
    return schools.exclude(accreditation=accreditation).update(
        accreditation=accreditation,
        accreditation_number="",
        accreditation_until=None,
        version=F("version") + 1,
    )


@transaction.atomic
def move_to_district(schools: QuerySet[School], *, district: Area) -> int:
    """Record several schools in another kecamatan; returns how many of them moved."""
    return schools.exclude(district=district).update(district=district, version=F("version") + 1)


@transaction.atomic
def add_to_cohort(
    schools: QuerySet[School],
    *,
    programme: Programme,
    cohort: int,
    starts_on: date,
    decree_number: str = "",
) -> int:
    """Make several schools members of a cohort; returns how many were not members of it yet."""
    members = Membership.objects.filter(programme=programme, cohort=cohort)
    missing = schools.exclude(pk__in=members.values("school"))
    return len(
        Membership.objects.bulk_create(
            Membership(
                school=school,
                programme=programme,
                cohort=cohort,
                starts_on=starts_on,
                decree_number=decree_number,
            )
            for school in missing
        )
    )


@transaction.atomic
def end_memberships(memberships: QuerySet[Membership], *, ends_on: date) -> int:
    """End several memberships on a day; returns how many of them changed.

    Raises Refused, and changes none, when one of them starts after that day.
    """
    late = memberships.filter(starts_on__gt=ends_on).select_related("school").first()
    if late is not None:
        raise Refused(
            _("%(school)s baru mulai pada tanggal sesudahnya. Tidak ada yang diubah.")
            % {"school": late.school}
        )
    changed = memberships.filter(Q(ends_on=None) | ~Q(ends_on=ends_on))
    return changed.update(ends_on=ends_on, version=F("version") + 1)
