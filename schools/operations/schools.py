"""What may happen to schools and their programme memberships."""

from datetime import date

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.dates import NOT_YET, lies_ahead
from portal.models import Area
from portal.operations import Refused, refused_by, save_edit
from schools.models import DATED_FACTS, Accreditation, Membership, Programme, School

NPSN_TAKEN = _("NPSN ini sudah dipakai sekolah lain.")
MEMBER_ALREADY = _("Sekolah ini sudah tercatat pada program dan angkatan itu.")
ENDS_BEFORE_START = _("Tanggal berakhir mendahului tanggal mulai.")
ONCE_A_COHORT = "membership_once_per_cohort"
NPSN_IS_UNIQUE = "school_npsn_once"


def add_school(school: School) -> School:
    """Save a new school. Raises Refused when its NPSN was taken meanwhile."""
    with refused_by(NPSN_TAKEN, NPSN_IS_UNIQUE):
        school.save(force_insert=True)
    return school


def change_school(school: School, *, version: int) -> None:
    """Save an edited school on top of the version that its editor saw.

    What changed among the dated facts holds since `school.facts_since`: a later date than before
    keeps the former facts for the days until then, the same date corrects them. Raises Conflict
    when somebody saved it meanwhile, Refused when its NPSN was taken meanwhile or the date lies
    before the one since which the present facts hold.
    """
    date_facts(school)
    with refused_by(NPSN_TAKEN, NPSN_IS_UNIQUE):
        save_edit(school, version=version)


def date_facts(school: School) -> None:
    """Keep the date of the facts where none of them changes.

    Raises Refused where one changes from a day on before the present facts began to hold.
    """
    stored = School.objects.get(pk=school.pk)
    names = [School._meta.get_field(fact).attname for fact in DATED_FACTS]
    if all(getattr(stored, name) == getattr(school, name) for name in names):
        school.facts_since = stored.facts_since
    elif school.facts_since < stored.facts_since:
        raise Refused(_too_early(stored))


def _too_early(school: School) -> str:
    return _(
        "Data %(school)s yang sekarang berlaku sejak %(since)s. Isi tanggal itu atau sesudahnya."
    ) % {
        "school": school,
        "since": date_format(school.facts_since),
    }


def add_membership(membership: Membership) -> Membership:
    """Save a new membership. Raises Refused when the school is in that cohort already."""
    with refused_by(MEMBER_ALREADY, ONCE_A_COHORT):
        membership.save(force_insert=True)
    return membership


def change_membership(membership: Membership, *, version: int) -> None:
    """Save an edited membership on top of the version that its editor saw.

    Raises Conflict when somebody saved it meanwhile, Refused when it repeats another membership.
    """
    with refused_by(MEMBER_ALREADY, ONCE_A_COHORT):
        save_edit(membership, version=version)


@transaction.atomic
def set_accreditation(
    schools: QuerySet[School], *, accreditation: Accreditation, holds_from: date | None = None
) -> int:
    """Give several schools the same new result since a day; returns how many of them changed.

    The decree and the end date of the former result go with it. Raises Refused as `_change_since`.
    """
    return _change_since(
        schools.exclude(accreditation=accreditation),
        holds_from,
        accreditation=accreditation,
        accreditation_number="",
        accreditation_until=None,
    )


@transaction.atomic
def move_to_district(
    schools: QuerySet[School], *, district: Area, holds_from: date | None = None
) -> int:
    """Record several schools in another kecamatan since a day; returns how many of them moved.

    Raises Refused as `_change_since`.
    """
    return _change_since(schools.exclude(district=district), holds_from, district=district)


def _locked(schools: QuerySet[School]) -> QuerySet[School]:
    """The same schools, by their keys, kept from others until the transaction ends."""
    keys = schools.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True)
    return School.objects.filter(pk__in=list(keys))


def _change_since(schools: QuerySet[School], holds_from: date | None, **facts) -> int:
    """Change facts of several schools from a day on (today by default); returns how many.

    Raises Refused, and changes none, when the day lies ahead or before the present facts of one.
    """
    holds_from = holds_from or timezone.localdate()
    if lies_ahead(holds_from):
        raise Refused(NOT_YET)
    schools = _locked(schools)
    late = schools.filter(facts_since__gt=holds_from).first()
    if late is not None:
        raise Refused(_too_early(late))
    return schools.update(facts_since=holds_from, version=F("version") + 1, **facts)


@transaction.atomic
def add_to_cohort(
    schools: QuerySet[School],
    *,
    programme: Programme,
    cohort: int,
    starts_on: date,
    decree_number: str = "",
) -> int:
    """Make several schools members of a cohort; returns how many were not members of it yet.

    Raises Refused, and makes none, when somebody adds one of them in the same moment.
    """
    members = Membership.objects.filter(programme=programme, cohort=cohort)
    missing = _locked(schools).exclude(pk__in=members.values("school"))
    made = [
        Membership(
            school=school,
            programme=programme,
            cohort=cohort,
            starts_on=starts_on,
            decree_number=decree_number,
        )
        for school in missing
    ]
    with refused_by(MEMBER_ALREADY, ONCE_A_COHORT):
        Membership.objects.bulk_create(made)
    return len(made)


@transaction.atomic
def take_memberships_back(memberships: QuerySet[Membership]) -> tuple[int, int]:
    """Undo the joining of a cohort; returns how many memberships went, and how many stay.

    Those that somebody saved since stay.
    """
    locked = list(memberships.select_for_update(of=("self",)).order_by("pk"))
    untouched = [membership.pk for membership in locked if membership.version == 1]
    Membership.objects.filter(pk__in=untouched).delete()
    return len(untouched), len(locked) - len(untouched)


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
