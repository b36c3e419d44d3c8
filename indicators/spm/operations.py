"""What the inputs of the SPM index must be, beyond what `indicators.keeping` asks of every record."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.keeping.operations import add_record
from indicators.models.spm import SpmRecord
from indicators.spm.periods import Period, check_period
from portal.models import Area
from portal.operations import Refused


@transaction.atomic
def add_spm_record(record: SpmRecord) -> SpmRecord:
    """Record a requirement or an official index of a city and period.

    Raises Refused when the area is no kabupaten/kota, the period has not begun, a value is
    impossible, or the period already has this record.
    """
    require_city(record.area)
    check_period(Period(record.year, record.quarter), timezone.localdate())
    return add_record(record)


def require_city(area: Area) -> None:
    """Refuse an area that does not answer for SPM Pendidikan of a kabupaten/kota."""
    if area.level != Area.Level.CITY:
        raise Refused(_("Indeks ini dihitung untuk kabupaten/kota. Pilih kabupaten atau kota."))
