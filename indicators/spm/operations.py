"""What may happen to the inputs of the SPM index: entered, corrected and removed, never overwritten.

The same for a requirement and for an official index. The old state stays readable in the history,
beside the reason.
"""

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.models.spm import (
    OFFICIAL_ALREADY_THERE,
    ROW_ALREADY_THERE,
    SpmRecord,
    SpmRequirement,
)
from indicators.spm.periods import Period, check_period
from portal.models import Area
from portal.operations import Refused, lock, refused_by, save_edit

ONCE = ("spm_requirement_once_a_period", "spm_official_index_once_a_period")


@transaction.atomic
def add_spm_record(record: SpmRecord) -> SpmRecord:
    """Record a requirement or an official index of a city and period.

    Raises Refused when the area is no kabupaten/kota, the period has not begun, a value is
    impossible, or the period already has this record.
    """
    require_city(record.area)
    check_period(Period(record.year, record.quarter), timezone.localdate())
    _save(record, version=None)
    return record


@transaction.atomic
def correct_spm_record(record: SpmRecord, *, reason: str, version: int) -> None:
    """Save an edited record on top of the version that its editor saw; its city and period stay.

    Raises Refused as `add_spm_record` does, and without a reason; Conflict when somebody corrected
    it after `version` was read.
    """
    reason = _required(reason)
    standing = lock(record, version=version)
    record.area, record.year, record.quarter = standing.area, standing.year, standing.quarter
    with pghistory.context(reason=reason):
        _save(record, version=version)


@transaction.atomic
def remove_spm_record(record: SpmRecord, *, reason: str, version: int) -> None:
    """Take a record out of its period; the history of the period keeps it with the reason.

    Raises Refused without a reason; Conflict when somebody corrected it after `version` was read.
    """
    reason = _required(reason)
    standing = lock(record, version=version)
    with pghistory.context(reason=reason):
        standing.delete()


def require_city(area: Area) -> None:
    """Refuse an area that does not answer for SPM Pendidikan of a kabupaten/kota."""
    if area.level != Area.Level.CITY:
        raise Refused(_("Indeks ini dihitung untuk kabupaten/kota. Pilih kabupaten atau kota."))


def _required(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refused(_("Tuliskan alasannya."))
    return reason


def _save(record: SpmRecord, *, version: int | None) -> None:
    """Save what its fields and constraints allow, or refuse what somebody else entered meanwhile."""
    try:
        record.full_clean()
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages)) from wrong
    there = ROW_ALREADY_THERE if isinstance(record, SpmRequirement) else OFFICIAL_ALREADY_THERE
    with refused_by(str(there), *ONCE):
        if version is None:
            record.save()
        else:
            save_edit(record, version=version)
