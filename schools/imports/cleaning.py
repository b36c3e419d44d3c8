"""How files write the facts of a school, and SQL that reads them, as portal.imports.profiles asks."""

from schools.models import FORMS_OF_STAGE

# How files write bentuk, status and akreditasi, compared without case, spaces and punctuation.
FORM_WORDS = {
    **{form.value.upper(): form.value for forms in FORMS_OF_STAGE.values() for form in forms},
    "SMALB": "SMLB",
    "TAMANKANAKKANAK": "TK",
    "KELOMPOKBERMAIN": "KB",
    "SEKOLAHDASAR": "SD",
    "SEKOLAHMENENGAHPERTAMA": "SMP",
    "SEKOLAHMENENGAHATAS": "SMA",
    "SEKOLAHMENENGAHKEJURUAN": "SMK",
    "SEKOLAHLUARBIASA": "SLB",
}
STATUS_WORDS = {"N": "negeri", "NEGERI": "negeri", "1": "negeri"} | {
    "S": "swasta",
    "SWASTA": "swasta",
    "2": "swasta",
}
ACCREDITATION_WORDS = {"A": "A", "B": "B", "C": "C", "TT": "TT", "TIDAKTERAKREDITASI": "TT"} | {
    "BELUMTERAKREDITASI": "TT"
}


def _words(table: dict[str, str]) -> str:
    rows = ", ".join(f"('{word}', '{value}')" for word, value in table.items())
    return f"(VALUES {rows})"


def _plain(column: str) -> str:
    return f"upper(regexp_replace({column}, '[^[:alnum:]]', '', 'g'))"


# Most files hold nothing but 8 digits, which this tells sooner than taking other things out of them.
NPSN = (
    r"CASE WHEN r.npsn ~ '^[0-9]{8}$' THEN r.npsn ELSE"
    r" upper(regexp_replace(regexp_replace(r.npsn, '\s', '', 'g'), '^([0-9]+)\.0+$', '\1')) END"
)
DISTRICT_WORD = (
    r"regexp_replace(regexp_replace(lower({}), '^kec(amatan)?[. ]+', ''), '[^a-z0-9]', '', 'g')"
)
DEGREES = "replace(replace({}, ',', '.'), '\u2212', '-')"
# A double of a spreadsheet is written with up to 17 significant digits.
IS_DEGREES = r"^-?[0-9]{1,3}(\.[0-9]{1,22})?$"


def _understood(column: str, words: dict[str, str], name: str) -> str:
    """Join `name`(`column`, value): what each text of a column means, found once for equal texts."""
    return f"""
    LEFT JOIN (
        SELECT written.{column}, words.value
        FROM (SELECT DISTINCT {column} FROM r) written
        JOIN {_words(words)} words(word, value) ON words.word = {_plain(f"written.{column}")}
    ) {name} ON {name}.{column} = r.{column}"""


JOINS = f"""
    {_understood("bentuk", FORM_WORDS, "forms")}
    {_understood("status", STATUS_WORDS, "statuses")}
    {_understood("akreditasi", ACCREDITATION_WORDS, "results")}
    LEFT JOIN (
        SELECT written.kecamatan, min(area.code) AS code, count(*) AS named
        FROM (SELECT DISTINCT kecamatan FROM r WHERE kecamatan <> '') written
        JOIN portal_area area
            ON {DISTRICT_WORD.format("area.name")} = {DISTRICT_WORD.format("written.kecamatan")}
        WHERE area.level = 'district' AND (%(area)s::text IS NULL OR area.code = %(area)s::text
            OR starts_with(area.code, %(area)s::text || '.'))
        GROUP BY written.kecamatan
    ) places ON places.kecamatan = r.kecamatan
    LEFT JOIN portal_area coded ON coded.code = r.kode_kecamatan AND coded.level = 'district'
    LEFT JOIN schools_school owner ON r.sekolah_id ~ '^[0-9A-Fa-f-]{{36}}$'
        AND owner.dapodik_id::text = lower(r.sekolah_id)
"""


def _degrees(column: str) -> str:
    text = DEGREES.format(f"r.{column}")
    return f"CASE WHEN {text} ~ '{IS_DEGREES}' THEN round(({text})::numeric, 7) END"


def _single_spaced(column: str) -> str:
    """Text with single spaces; the look beforehand is cheaper than replacing every space by itself."""
    return (
        rf"CASE WHEN {column} ~ '\s\s|[^ \S]' THEN regexp_replace({column}, '\s+', ' ', 'g')"
        f" ELSE nullif({column}, '') END"
    )


CLEAN = {
    "npsn": NPSN,
    "name": _single_spaced("r.nama"),
    "form": "forms.value",
    "status": "statuses.value",
    "district": "CASE WHEN r.kode_kecamatan <> '' THEN coded.code"
    " WHEN places.named = 1 THEN places.code END",
    "named_places": "coalesce(places.named, 0)",
    "address": _single_spaced("r.alamat"),
    "latitude": _degrees("lintang"),
    "longitude": _degrees("bujur"),
    "accreditation": "results.value",
    "dapodik": r"CASE WHEN r.sekolah_id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'"
    " THEN lower(r.sekolah_id)::uuid END",
    "dapodik_owner": "owner.npsn",
}

# An id of Dapodik belongs to one school.
ALONE = {"dapodik": ("npsn", "sekolah_id.shared")}
