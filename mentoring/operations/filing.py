"""What a visit or a review is filed under: an agreement that holds on its day, and what else it needs."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Activity, Agreement, Assignment, Instrument
from mentoring.operations.work_plans import require_fitting
from portal.models import User
from portal.operations import Refused
from schools.models import School


def instrument_in_use(chosen: Instrument | None = None) -> Instrument:
    """The instrument that a new visit is asked: the one chosen, else the one published last.

    Raises Refused where none is published, or the one chosen no longer is.
    """
    published = Instrument.objects.published()
    found = published.first() if chosen is None else published.filter(pk=chosen.pk).first()
    if found is None and chosen is not None:
        raise Refused(_("Instrumen “%s” tidak dipakai lagi. Pilih instrumen lain.") % chosen)
    if found is None:
        raise Refused(_("Belum ada instrumen yang terbit. Minta admin menerbitkan satu instrumen."))
    return found


def require_assignment(school: School, by: User, on: date) -> None:
    """Raise Refused unless the school is entrusted to the person on that day."""
    if not Assignment.objects.on(on).filter(facilitator=by, school=school).exists():
        raise Refused(
            _(
                "%(school)s bukan sekolah dampingan Anda pada %(date)s. "
                "Pilih tanggal lain, atau minta admin mencatat penugasannya."
            )
            % {"school": school.name, "date": date_format(on)}
        )


def agreement_under(activity: Activity | None, school: School, on: date) -> Agreement:
    """The agreement of a visit: its activity's where it has one, else the one in force.

    Raises Refused where the activity is no mentoring of that year or its agreement does not cover
    the school on that day.
    """
    return agreement_at(school.district_id, on, activity=activity, form=Activity.Form.MENTORING)


def agreement_at(code: str, on: date, *, activity: Activity | None, form: str) -> Agreement:
    """The agreement of what is done in the area with this code on a day, for an activity of a form.

    The activity's, where there is one; else the narrowest that is in force, then the newest. Raises
    Refused where the activity is of another form or year, and where no agreement covers the area.
    """
    if activity is None:
        return _in_force_at(code, on)
    agreement = activity.plan.agreement
    require_fitting(activity, on.year)
    if misfit := activity.misfit(agreement, form):
        raise Refused(misfit)
    _require_covering(agreement, code, on)
    return agreement


def _in_force_at(code: str, on: date) -> Agreement:
    covering = Agreement.objects.covering_area(code, on)
    found = covering.order_by("-area_id", "-starts_on", "-pk").first()
    if found is None:
        raise Refused(
            _(
                "Tidak ada naskah kerja sama yang berlaku pada %s untuk wilayah ini. "
                "Pilih tanggal lain, atau minta dinas melengkapi naskahnya."
            )
            % date_format(on)
        )
    return found


def require_covering(agreement: Agreement, school: School, on: date) -> None:
    """Raise Refused unless a visit to the school on that day may be filed under the agreement."""
    _require_covering(agreement, school.district_id, on)


def _require_covering(agreement: Agreement, code: str, on: date) -> None:
    if not Agreement.objects.covering_area(code, on).filter(pk=agreement.pk).exists():
        raise Refused(
            _(
                "Naskah ini tidak berlaku pada %s untuk wilayah ini. "
                "Pilih naskah yang mencakup keduanya."
            )
            % date_format(on)
        )
