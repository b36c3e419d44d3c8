"""Files with figures: the school report, the daerah workbook, the sheet of a dinas, a plain table."""

from django.utils.translation import gettext_lazy as _

from indicators.imports.checks import CHECKS, REMARKS
from indicators.imports.cleaning import CLEAN, JOINS, KEY
from indicators.imports.columns import COLUMNS, TITLED_BY
from indicators.imports.reshaping import Reshaped
from indicators.models import Measurement
from portal.imports.profiles import Profile, Target

VALUES = {
    "indicator_id": "c.indicator",
    # Without a year no figure can be made: that is how a closed year keeps new ones out.
    "year": "CASE WHEN t.id IS NULL AND c.is_closed THEN NULL ELSE c.year END",
    "value": "c.value",
    "colour": "coalesce(c.colour, '')",
    "label": "c.label",
    # What a file does not tell of stays known.
    "numerator": "coalesce(c.numerator, t.numerator)",
    "denominator": "coalesce(c.denominator, t.denominator)",
    "rank_city": "c.rank_city",
    "rank_province": "c.rank_province",
    "rank_nation": "c.rank_nation",
    "data_source": "c.data_source",
}
NEW = {"source": "left(%(file_name)s, 120)", "state": "'resmi'"}
# A correction has a reason, here the file; the old value stays readable in the history.
ALONG = {
    "reason": (
        "CASE WHEN t.id IS NULL THEN '' ELSE left('Impor ' || %(file_name)s, 200) END",
        ("value", "colour", "label", "numerator", "denominator"),
    )
}
CLOSED = {
    "needed": {"year": "tahun.closed_to_new"},
    "fixed": {"tahun.closed_to_changes": "c.is_closed"},
}
IS_CLOSED = _(
    "Capaian %(value)s wilayah ini sudah diajukan, disahkan, atau dikunci. Minta dibuka dahulu, atau "
    "lewati baris ini."
)
SAME = "t.indicator_id = c.indicator AND t.year = c.year"


FIGURES = Profile(
    kind="capaian",
    label=_("Capaian indikator"),
    about=_(
        "Unduhan Rapor Pendidikan satu sekolah (atau banyak dalam satu .zip), rapor daerah, lembar dinas "
        "dengan satu sekolah per baris dan satu indikator per kolom, atau tabel dengan satu nilai per baris."
    ),
    titled_by=TITLED_BY,
    is_dated=False,
    permission="indicators.import_measurements",
    columns=COLUMNS,
    joins=JOINS,
    clean=CLEAN,
    key=KEY,
    content=(
        "value",
        "label",
        "numerator",
        "denominator",
        "rank_city",
        "rank_province",
        "rank_nation",
    ),
    checks=CHECKS,
    remarks=REMARKS,
    reshape=Reshaped,
    sentences={"tahun.closed_to_new": IS_CLOSED, "tahun.closed_to_changes": IS_CLOSED},
    targets=(
        Target(
            name="of_school",
            model=Measurement,
            find=f"t.school_id = c.school AND {SAME}",
            only="c.school IS NOT NULL AND NOT c.is_empty",
            values={"school_id": "c.school", **VALUES},
            new_values=NEW,
            along=ALONG,
            **CLOSED,
        ),
        Target(
            name="of_area",
            model=Measurement,
            find=f"t.area_id = c.area AND {SAME}"
            " AND (t.of_form, t.of_status, t.of_sex) = (c.of_form, c.of_status, c.of_sex)",
            only="c.area IS NOT NULL AND NOT c.is_empty",
            values={
                "area_id": "c.area",
                "of_form": "c.of_form",
                "of_status": "c.of_status",
                "of_sex": "c.of_sex",
                **VALUES,
            },
            new_values=NEW,
            along=ALONG,
            **CLOSED,
        ),
    ),
)
