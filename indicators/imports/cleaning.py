"""What the texts of a row mean, in SQL over `r`, as portal.imports.profiles asks."""

from indicators.models import Colour, FigureYear, Rank, Sex, Unit
from schools.imports.cleaning import NPSN
from schools.models import Status

# --- places

# Habits of Indonesian names of schools: SDN is SD Negeri, whatever stands between the words.
SCHOOL_WORD = (
    r"regexp_replace(regexp_replace(lower({0}), '[^a-z0-9]+', '', 'g'),"
    r" '^(sd|smp|sma|smk|slb|tk)n(egeri)?', '\1n')"
)
AREA_WORD = (
    r"regexp_replace(regexp_replace(regexp_replace(lower({0}), '^(prov(insi)?|propinsi)[. ]+', ''),"
    r" '^kab[. ]+', 'kabupaten '), '[^a-z0-9]+', '', 'g')"
)
INSIDE = (
    "(%(area)s::text IS NULL OR {0} = %(area)s::text OR starts_with({0}, %(area)s::text || '.'))"
)

# --- indicators

WORD = "regexp_replace(lower({0}), '[^a-z0-9]+', '', 'g')"
EARLY = "Pendidikan Anak Usia Dini"
# A report says of which layanan it speaks by the form of its schools.
IS_EARLY = (
    "CASE WHEN r.layanan <> '' THEN lower(r.layanan) IN ('paud', lower('" + EARLY + "'))"
    " WHEN school.stage IS NOT NULL THEN school.stage = 'paud'"
    " ELSE upper(r.jenis) IN ('PAUD', 'TK', 'KB', 'RA', 'TPA', 'SPS') END"
)

JOINS = f"""
    LEFT JOIN schools_school numbered ON r.npsn <> '' AND numbered.npsn = {NPSN}
    LEFT JOIN (
        SELECT written.nama, min(s.id) AS id, count(*) AS many
        FROM (SELECT DISTINCT nama FROM r WHERE npsn = '' AND wilayah = '' AND nama <> '') written
        JOIN schools_school s ON {SCHOOL_WORD.format("s.name")} = {SCHOOL_WORD.format("written.nama")}
            AND s.state = 'buka' AND {INSIDE.format("s.district_id")}
        GROUP BY written.nama
    ) named ON named.nama = r.nama AND r.npsn = '' AND r.wilayah = ''
    LEFT JOIN schools_school school
        ON school.id = coalesce(numbered.id, CASE WHEN named.many = 1 THEN named.id END)
    LEFT JOIN (
        SELECT written.wilayah, min(a.code) AS code, count(*) AS many
        FROM (SELECT DISTINCT wilayah FROM r WHERE wilayah <> '') written
        JOIN portal_area a ON a.code = written.wilayah
            OR a.level IN ('province', 'city')
                AND {AREA_WORD.format("a.name")} = {AREA_WORD.format("written.wilayah")}
        GROUP BY written.wilayah
    ) place ON place.wilayah = r.wilayah
    LEFT JOIN (
        -- The name decides, within its layanan; the code where several share a name. Codes clash
        -- between editions and services, so that a code alone decides only where no name is given.
        SELECT asked.indikator, asked.kode, asked.induk, asked.early,
               count(i.id) AS many,
               count(i.id) FILTER (WHERE i.code = asked.kode) AS exact,
               count(i.id) FILTER (WHERE i.code = asked.induk) AS own,
               count(i.id) FILTER (WHERE i.parent_code = nullif(asked.induk, '')) AS under,
               min(i.id) AS any_id,
               min(i.id) FILTER (WHERE i.code = asked.kode) AS exact_id,
               min(i.id) FILTER (WHERE i.code = asked.induk) AS own_id,
               min(i.id) FILTER (WHERE i.parent_code = nullif(asked.induk, '')) AS under_id
        FROM (
            SELECT DISTINCT r.indikator, r.kode, r.induk, early.told AS early
            FROM r CROSS JOIN (VALUES (true), (false)) early(told)
        ) asked
        JOIN indicators_indicator i ON (i.service = '{EARLY}') = asked.early
            AND ({WORD.format("i.name")} = {WORD.format("asked.indikator")}
                 OR i.code = asked.indikator AND asked.kode IN ('', asked.indikator))
        GROUP BY 1, 2, 3, 4
    ) found ON found.indikator = r.indikator AND found.kode = r.kode AND found.induk = r.induk
        AND found.early = coalesce({IS_EARLY}, false)
    LEFT JOIN indicators_indicator indicator ON indicator.id = CASE
        WHEN found.many = 1 THEN found.any_id
        WHEN found.exact = 1 THEN found.exact_id
        WHEN found.own = 1 THEN found.own_id
        WHEN found.under = 1 THEN found.under_id END
    LEFT JOIN indicators_figureyear closed
        ON closed.area_id = left(coalesce(school.district_id, place.code), 5)
        AND closed.year::text = r.tahun AND closed.state <> '{FigureYear.State.PROVISIONAL}'
        AND (closed.unlocked_until IS NULL OR closed.unlocked_until <= now())
"""

# --- values

NOTHING = "('', '-', '–', '—', 'n/a', 'na', 'null', 'tidak tersedia', 'tidak ada data')"


def _plain(column: str) -> str:
    """The text without the sign of percent and the spaces around it."""
    return f"btrim(replace(replace(r.{column}, '%%', ''), '\u2212', '-'))"


THOUSANDS = r"^[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]*)?$"
NUMBER = r"^[0-9]{1,5}([.,][0-9]{1,20})?$"


def _number(column: str) -> str:
    """The number in a text, or NULL; a dot before exactly three digits is two things to two readers."""
    text = _plain(column)
    return (
        f"CASE WHEN {text} ~ '{NUMBER}' AND {text} !~ '{THOUSANDS}'"
        f" THEN replace({text}, ',', '.')::numeric END"
    )


COUNT = r"^([0-9]{1,9}|[1-9][0-9]{0,2}(\.[0-9]{3}){1,2})$"  # what the column holds


def _count(column: str) -> str:
    """The count in a text, with or without dots between thousands, or NULL."""
    text = f"btrim(r.{column})"
    return f"CASE WHEN {text} ~ '{COUNT}' THEN replace({text}, '.', '')::numeric END"


def _no_count(column: str) -> str:
    """Whether a text says something, but no count."""
    return f"lower(btrim(r.{column})) NOT IN {NOTHING} AND ({_count(column)}) IS NULL"


def _rank(column: str) -> str:
    """The band of `Peringkat menengah atas (21-40%%)`, or of a number of 1–100 per cent."""
    text = f"lower(r.{column})"
    words = [
        ("menengah atas", Rank.UPPER_MIDDLE),
        ("menengah bawah", Rank.LOWER_MIDDLE),
        ("menengah", Rank.MIDDLE),
        ("atas", Rank.TOP),
        ("bawah", Rank.BOTTOM),
    ]
    told = " ".join(f"WHEN {text} LIKE '%%{word}%%' THEN {rank.value}" for word, rank in words)
    return f"CASE {told} END::smallint"


def _one_of(column: str, words: dict[str, str]) -> str:
    told = " ".join(f"WHEN '{word}' THEN '{value}'" for word, value in words.items())
    return f"CASE lower(btrim(r.{column})) {told} END"


ALL = {"": "", "-": "", "semua": "", "semua status": "", "total": "", "semua jenis": ""}
SEXES = ALL | {"l": Sex.MALE, "laki-laki": Sex.MALE, "p": Sex.FEMALE, "perempuan": Sex.FEMALE}
STATUSES = ALL | {status.value: status.value for status in Status}

VALUE = f"round({_number('nilai')}, 4)"
LABEL_COLOUR = (
    "CASE lower(btrim(r.label))"
    f" WHEN nullif(lower(indicator.label_red), '') THEN '{Colour.RED}'"
    f" WHEN nullif(lower(indicator.label_yellow), '') THEN '{Colour.YELLOW}'"
    f" WHEN nullif(lower(indicator.label_green), '') THEN '{Colour.GREEN}' END"
)
# The published cut-offs, as indicators.bands reads them; lower is better where the direction says so.
SIGN = "CASE WHEN indicator.direction = 'turun' THEN -1 ELSE 1 END"
BAND = f"""CASE
    WHEN ({VALUE}) IS NULL THEN NULL
    WHEN indicator.yellow_from IS NOT NULL
        AND {SIGN} * ({VALUE}) < {SIGN} * indicator.yellow_from THEN '{Colour.RED}'
    WHEN indicator.green_above IS NOT NULL
        AND {SIGN} * ({VALUE}) > {SIGN} * indicator.green_above THEN '{Colour.GREEN}'
    WHEN indicator.yellow_from IS NOT NULL AND indicator.green_above IS NOT NULL
        AND NOT (indicator.green_above = 100 AND ({VALUE}) = 100) THEN '{Colour.YELLOW}' END"""
BANDED = f"coalesce({LABEL_COLOUR}, {BAND})"
WORD_OF_COLOUR = f"""CASE {BANDED}
    WHEN '{Colour.RED}' THEN indicator.label_red WHEN '{Colour.YELLOW}' THEN indicator.label_yellow
    WHEN '{Colour.GREEN}' THEN indicator.label_green END"""
# The relative change that school exports print: (new − old) ÷ old; from nothing it is 100 %.
CHANGE = f"""CASE
    WHEN ({VALUE}) = ({_number("nilai_lalu")}) THEN 0
    WHEN ({_number("nilai_lalu")}) = 0 THEN 100
    ELSE (({VALUE}) - ({_number("nilai_lalu")})) / nullif({_number("nilai_lalu")}, 0) * 100 END"""
PRINTED_CHANGE = r"""CASE
    WHEN lower(r.perubahan) LIKE 'tidak berubah%%' OR lower(r.perubahan) LIKE 'tetap%%' THEN 0
    ELSE (CASE WHEN lower(r.perubahan) LIKE 'turun%%' THEN -1 ELSE 1 END)
        * replace(substring(r.perubahan FROM '([0-9]+(?:[.,][0-9]+)?)'), ',', '.')::numeric END"""

CLEAN = {
    "npsn": NPSN,
    "school": "school.id",
    "school_name": "school.name",
    "other_name": f"{SCHOOL_WORD.format('school.name')} <> {SCHOOL_WORD.format('r.nama')}",
    "named_schools": "coalesce(named.many, 0)",
    "district": "school.district_id",
    "area": "CASE WHEN place.many = 1 THEN place.code END",
    "indicator": "indicator.id",
    "candidates": "coalesce(found.many, 0)",
    "unit": "indicator.unit",
    "is_rate": "indicator.name ~ '\\m(APK|APS|APM)\\M|Angka Partisipasi'"
    " AND indicator.name NOT LIKE 'Kesenjangan%%'",
    "year": r"CASE WHEN r.tahun ~ '^20[0-9]{2}$' THEN r.tahun::smallint END",
    "is_closed": "closed.id IS NOT NULL",
    "is_empty": f"lower(btrim(r.nilai)) IN {NOTHING} AND lower(btrim(r.label)) IN {NOTHING}",
    "value": VALUE,
    "is_rounded": f"({_number('nilai')}) <> ({VALUE})",
    "is_thousands": f"{_plain('nilai')} ~ '{THOUSANDS}'",
    "has_percent": "strpos(r.nilai, '%%') > 0",
    "colour": BANDED,
    "label": f"coalesce({WORD_OF_COLOUR}, '')",
    "band": BAND,
    "label_colour": LABEL_COLOUR,
    "has_label": f"lower(btrim(r.label)) NOT IN {NOTHING}",
    "change": CHANGE,
    "printed_change": PRINTED_CHANGE,
    "rank_city": _rank("peringkat_kabkota"),
    "rank_province": _rank("peringkat_provinsi"),
    "rank_nation": _rank("peringkat_nasional"),
    "data_source": "nullif(r.sumber, '')",
    "of_form": "CASE WHEN lower(btrim(r.jenis)) IN ('', '-', 'semua', 'semua jenis') THEN ''"
    " ELSE btrim(r.jenis) END",
    "of_status": _one_of("status", STATUSES),
    "of_sex": _one_of("jk", SEXES),
    "numerator": _count("pembilang"),
    "denominator": _count("penyebut"),
    "no_numerator": _no_count("pembilang"),
    "no_denominator": _no_count("penyebut"),
    "at_school": "indicator.at_school",
    "at_place": "CASE WHEN length(place.code) = 2 THEN indicator.at_province"
    " WHEN length(place.code) = 5 THEN indicator.at_city ELSE false END",
}
KEY = (
    f"CASE WHEN r.npsn <> '' THEN {NPSN} WHEN r.wilayah <> '' THEN r.wilayah ELSE r.nama END"
    " || ':' || coalesce(indicator.id::text, r.kode || ' ' || r.indikator) || ':' || r.tahun"
    " || ':' || lower(r.jenis || ':' || r.status || ':' || r.jk)"
)
PERCENT, SCORE = Unit.PERCENT.value, Unit.SCORE.value
