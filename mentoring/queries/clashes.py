"""What a visit on a day would clash with. Warnings for people to weigh, never a reason to refuse."""

from datetime import date, time

from django.db.models import Q
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from mentoring.models import Holiday, Visit
from mentoring.queries.working_days import is_weekend

OVER = (Visit.State.CANCELLED,)


def clashes_of(visit: Visit, on: date) -> list[str]:
    """What speaks against having the visit on a day, in sentences: two queries.

    The weekend, holidays of the school's area, other visits of its facilitator, other visits to
    its school.
    """
    found = []
    if is_weekend(on):
        found.append(_("%s jatuh pada akhir pekan.") % date_format(on, "l, j F Y"))
    for name in _holidays(visit, on):
        values = {"day": date_format(on), "name": name}
        found.append(_("%(day)s hari libur: %(name)s.") % values)
    beside = Visit.objects.made_by(visit.facilitator_id) | Visit.objects.filter(
        school=visit.school_id
    )
    beside = beside.filter(date=on).exclude(Q(pk=visit.pk) | Q(state__in=OVER))
    for other in beside.select_related("school", "facilitator").order_by("starts_at", "pk"):
        found.append(_sentence(visit, other))
    return found


def _holidays(visit: Visit, on: date) -> list[str]:
    holidays = Holiday.objects.filter(date=on).holding_in(visit.school.district_id)
    return list(holidays.values_list("name", flat=True))


def _sentence(visit: Visit, other: Visit) -> str:
    same_school = other.school_id == visit.school_id
    values = {
        "name": other.facilitator.name if same_school else visit.facilitator.name,
        "school": other.school.name,
        "number": other.number,
        "time": _times(other.starts_at, other.ends_at),
    }
    if same_school:
        return (
            _("%(school)s sudah ada kunjungan hari itu: %(number)s oleh %(name)s%(time)s.") % values
        )
    if _overlap(visit, other):
        return _("%(name)s sudah berkunjung ke %(school)s pada jam yang sama%(time)s.") % values
    return _("%(name)s juga berkunjung ke %(school)s hari itu%(time)s.") % values


def _overlap(visit: Visit, other: Visit) -> bool:
    times = (visit.starts_at, visit.ends_at, other.starts_at, other.ends_at)
    if None in times:
        return False
    return visit.starts_at < other.ends_at and other.starts_at < visit.ends_at


def _times(starts_at: time | None, ends_at: time | None) -> str:
    known = [time_format(at, "H.i") for at in (starts_at, ends_at) if at]
    return f" ({'–'.join(known)})" if known else ""
