"""The table that is typed into e-SPM: its columns in SQL, for the file that holds them."""

from django.db.models import Case, CharField, Expression, F, Func, TextField, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from indicators.counts import PLACES
from indicators.models import Part, Service
from portal.exports import label_of


def espm_columns() -> dict[str, Expression]:
    """Service, part, name, counts without dots as e-SPM takes them, percentage, source."""
    return {
        _("Layanan"): label_of("service", Service),
        _("Bagian"): label_of("part", Part),
        _("Nama"): F("name"),
        _("Harus dilayani/dipenuhi"): _plain(F("needed")),
        _("Terlayani/terpenuhi"): _plain(F("met")),
        _("Belum"): _plain(Func(F("needed") - F("met"), Value(0), function="GREATEST")),
        _("Persen (dipotong pada 4 desimal)"): _percent(),
        _("Sumber"): F("source"),
        _("Tahun sumber"): Cast("source_year", CharField()),
        _("Catatan"): F("note"),
    }


def _plain(number: Expression) -> Expression:
    """A number as it is typed: no dots, a comma, only the decimals there are."""
    bare = Cast(Func(number, function="trim_scale"), TextField())
    return Func(bare, Value("."), Value(","), function="replace", output_field=TextField())


def _percent() -> Expression:
    """Met ÷ needed × 100, cut as pages cut it; – where nothing is needed."""
    exact = F("met") * Value(100) / F("needed")
    cut = _plain(Func(exact, Value(PLACES), function="trunc"))
    return Case(When(needed=0, then=Value("–")), default=cut, output_field=TextField())
