"""The position of a facilitator's device at a visit."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import PlaceProof, Visit
from mentoring.operations.visits import require_own
from portal.models import User
from portal.operations import Refused, lock


@transaction.atomic
def note_place(
    visit: Visit, *, by: User, latitude: Decimal, longitude: Decimal, accuracy: int
) -> PlaceProof:
    """Keep where the device is now, in place of an earlier position; `accuracy` in metres.

    However far from the school, it is kept. Raises Refused when the visit is not open or not theirs.
    """
    visit = lock(visit)
    require_own(visit, by)
    if not visit.is_open:
        raise Refused(
            _("Laporan ini %s, jadi posisinya tidak dicatat lagi.") % visit.get_state_display()
        )
    values = {"latitude": latitude, "longitude": longitude, "accuracy": accuracy}
    return PlaceProof.objects.update_or_create(
        visit=visit, defaults=values | {"at": timezone.now()}
    )[0]
