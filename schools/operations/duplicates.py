"""What a person says about two schools that look alike: they are not the same."""

from django.db import transaction
from django.utils.translation import gettext as _

from portal.models import User
from portal.operations import Refused
from schools.models import DistinctPair, School


def tell_apart(first: School, second: School, *, by: User) -> DistinctPair:
    """Record that two schools are not the same, so that they are no longer shown as a likely pair.

    Said twice it stays one record. Raises Refused for one school given twice.
    """
    if first.pk == second.pk:
        raise Refused(_("Pilih dua sekolah yang berlainan."))
    lower, higher = sorted([first, second], key=lambda school: school.pk)
    pair, _made = DistinctPair.objects.get_or_create(
        first=lower, second=higher, defaults={"by": by}
    )
    return pair


@transaction.atomic
def withdraw(pair: DistinctPair) -> None:
    """Take back that two schools are not the same; they may be shown as a likely pair again."""
    DistinctPair.objects.filter(pk=pair.pk).delete()
