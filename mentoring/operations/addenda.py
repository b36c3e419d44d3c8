"""An addendum is recorded and changes its agreement in one step."""

from collections.abc import Sequence

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Addendum, Agreement
from mentoring.operations.agreements import Row, save_agreement
from mentoring.operations.soundness import require_sound
from mentoring.queries.addenda import terms_of
from portal.models import User
from portal.operations import Refused, lock


@transaction.atomic
def apply_addendum(
    addendum: Addendum, *, by: User, changed: dict, clauses: Sequence[Row], version: int
) -> Addendum:
    """Change the addendum's agreement as it says, and keep what stood before and after.

    `changed` holds the agreement's fields as they are to be (`starts_on`, `ends_on`, `area`).
    Raises Conflict when somebody saved the agreement since `version`; Refused when the agreement is
    a draft or was terminated, when the addendum is signed before the agreement or a former addendum
    or on a day to come, when it changes nothing, or when it would leave visits or activities behind.
    """
    agreement = lock(addendum.agreement, version=version)
    _require_in_force(agreement)
    _require_day(addendum, agreement)
    addendum.before, addendum.by = terms_of(agreement), by
    addendum.order = agreement.addenda.count() + 1
    for name, value in changed.items():
        setattr(agreement, name, value)
    require_sound(agreement)
    with pghistory.context(reason=_("Adendum %s") % addendum.first_number):
        save_agreement(agreement, version=version, parties=[], clauses=clauses)
    addendum.after = terms_of(agreement)
    if addendum.after == addendum.before:
        raise Refused(_("Adendum ini tidak mengubah apa pun. Ubah tanggal, wilayah, atau klausul."))
    addendum.agreement = agreement
    require_sound(addendum)
    addendum.save()
    return addendum


def _require_in_force(agreement: Agreement) -> None:
    if agreement.state == Agreement.State.DRAFT:
        raise Refused(_("Naskah ini masih draf. Ubah naskahnya langsung, tanpa adendum."))
    if agreement.state == Agreement.State.TERMINATED:
        raise Refused(_("Naskah ini sudah diputus, jadi tidak dapat diubah dengan adendum."))


def _require_day(addendum: Addendum, agreement: Agreement) -> None:
    """Raise Refused unless the addendum was signed after what it changes, and not in the future."""
    if addendum.signed_on > timezone.localdate():
        raise Refused(_("Tanggal tanda tangan adendum belum tiba."))
    newest = agreement.addenda.last()
    earliest = newest.signed_on if newest else agreement.signed_on
    if addendum.signed_on < earliest:
        raise Refused(
            _("Adendum ditandatangani setelah %s, hari naskah atau adendum sebelumnya.")
            % date_format(earliest)
        )
