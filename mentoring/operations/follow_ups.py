"""What may happen to a follow-up after it was agreed."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import FollowUp, Visit
from portal.operations import Refused, save_edit

REPORTABLE = (Visit.State.SUBMITTED, Visit.State.VERIFIED)


@transaction.atomic
def report_follow_up(follow_up: FollowUp, *, version: int) -> None:
    """Save how far a follow-up is, on top of the version that its editor saw.

    Raises Refused while the visit's report is still being written, Conflict when somebody saved
    the follow-up meanwhile.
    """
    visit = Visit.objects.select_for_update().get(pk=follow_up.visit_id)
    if visit.state not in REPORTABLE:
        raise Refused(
            _("Tindak lanjut ini baru dapat dilaporkan setelah laporan kunjungannya diajukan.")
        )
    save_edit(follow_up, version=version)
