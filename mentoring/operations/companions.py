"""Who writes the report of a visit with its facilitator: chosen and let go while it is open."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Visit, VisitCompanion
from mentoring.operations.visits import require_own
from mentoring.queries.companions import possible_companions
from portal.models import User
from portal.notices.operations import notify
from portal.operations import Refused, lock


@transaction.atomic
def add_companion(visit: Visit, user: User, *, by: User) -> None:
    """Let a second facilitator write the report; only the first one submits it.

    Raises Refused when the visit is not `by`'s or not open, or the person cannot see it or writes
    it already.
    """
    visit = _locked_open(visit, by)
    if not possible_companions(visit).filter(pk=user.pk).exists():
        raise Refused(_("Pilih fasilitator lain yang wilayahnya mencakup sekolah ini."))
    VisitCompanion.objects.create(visit=visit, user=user)
    told = _("Anda menjadi pendamping penulis laporan %s.") % visit
    notify([user], kind="visit-companion", text=told, url=visit.get_absolute_url(), by=by)


@transaction.atomic
def remove_companion(companion: VisitCompanion, *, by: User) -> None:
    """Let a second facilitator go; what they wrote stays.

    Raises Refused when the visit is not `by`'s or not open.
    """
    _locked_open(companion.visit, by)
    companion.delete()


def _locked_open(visit: Visit, by: User) -> Visit:
    visit = lock(visit)
    require_own(visit, by)
    if not visit.is_open:
        raise Refused(
            _("Laporan ini %s, jadi penulisnya tidak dapat diubah lagi.")
            % visit.get_state_display()
        )
    return visit
