"""What a visit is filed under: an assignment, an agreement and an instrument that hold on its day."""

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
    if activity is None:
        return agreement_for(school, on)
    agreement = activity.plan.agreement
    require_fitting(activity, on.year)
    if misfit := activity.misfit(agreement, Activity.Form.MENTORING):
        raise Refused(misfit)
    require_covering(agreement, school, on)
    return agreement


def agreement_for(school: School, on: date) -> Agreement:
    """The agreement in force that covers the school's area; the narrowest, then the newest.

    Raises Refused where there is none on that day.
    """
    covering = Agreement.objects.covering(school, on)
    found = covering.order_by("-area_id", "-starts_on", "-pk").first()
    if found is None:
        raise Refused(
            _(
                "Tidak ada naskah kerja sama yang berlaku pada %s untuk wilayah sekolah ini. "
                "Pilih tanggal lain, atau minta dinas melengkapi naskahnya."
            )
            % date_format(on)
        )
    return found


def require_covering(agreement: Agreement, school: School, on: date) -> None:
    """Raise Refused unless a visit to the school on that day may be filed under the agreement."""
    if not Agreement.objects.covering(school, on).filter(pk=agreement.pk).exists():
        raise Refused(
            _(
                "Naskah ini tidak berlaku pada %s untuk wilayah sekolah ini. "
                "Pilih naskah yang mencakup keduanya."
            )
            % date_format(on)
        )
