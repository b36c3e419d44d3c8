"""Layout (d), the sheet of population and participation: an area, a year and an age band a row.

A row tells how many residents of these ages there are and how many of them learn; where the ages
are the official ones of a level, also how many pupils the level has, of all ages and of these.
"""

from django.utils.translation import gettext_lazy as _

from indicators.imports.cleaning import AREA_WORD, INSIDE, NOTHING
from indicators.models import Group, Headcount
from indicators.models.participation import OLDEST
from indicators.participation.rates import OFFICIAL_AGES
from portal.imports.columns import Column
from portal.imports.profiles import Check, Profile, Target

FIRST_YEAR = 2010
COLUMNS = (
    Column(
        "wilayah",
        _("Wilayah"),
        ("Wilayah", "Kode Wilayah", "Kabupaten/Kota", "Kecamatan"),
        True,
        True,
    ),
    Column("tahun", _("Tahun"), ("Tahun",), True),
    Column("usia", _("Kelompok usia"), ("Kelompok Usia", "Usia", "Umur", "Kelompok Umur"), True),
    Column("jenjang", _("Jenjang"), ("Jenjang",)),
    Column("penduduk", _("Penduduk"), ("Penduduk", "Jumlah Penduduk")),
    Column(
        "luar",
        _("Di luar sekolah formal"),
        ("Di Luar Sekolah Formal", "Belum Tamat di Luar Sekolah"),
    ),
    Column("bersekolah", _("Bersekolah"), ("Bersekolah", "Jumlah Bersekolah")),
    Column(
        "murid_seluruhnya",
        _("Murid seluruhnya"),
        ("Murid Seluruhnya", "Siswa Seluruhnya"),
    ),
    Column(
        "murid_usia",
        _("Murid usia resmi"),
        ("Murid Usia Resmi", "Siswa Usia Resmi"),
    ),
    Column("kesetaraan", _("Warga belajar kesetaraan"), ("Kesetaraan", "Warga Belajar Kesetaraan")),
    Column("sumber_penduduk", _("Sumber penduduk"), ("Sumber Penduduk", "Sumber"), text=True),
    Column("tahun_penduduk", _("Tahun sumber penduduk"), ("Tahun Sumber Penduduk", "Tahun Sumber")),
    Column("sumber_murid", _("Sumber murid"), ("Sumber Murid", "Sumber Siswa"), text=True),
    Column("tahun_murid", _("Tahun sumber murid"), ("Tahun Sumber Murid", "Tahun Sumber Siswa")),
)
OF_RESIDENTS = {"penduduk": Group.RESIDENTS, "luar": Group.OUTSIDE}
OF_PUPILS = ("bersekolah", "murid_seluruhnya", "murid_usia", "kesetaraan")
LEVELS = {
    Group.EARLY: ("paud", "tk", "paud/tk"),
    Group.PRIMARY: ("sd", "sd/mi", "sd/mi/paket a", "sd sederajat"),
    Group.JUNIOR: ("smp", "smp/mts", "smp/mts/paket b", "smp sederajat"),
    Group.SENIOR: (
        "sm",
        "sma",
        "smk",
        "slta",
        "sma/smk",
        "sma/smk/ma",
        "sma/ma/smk",
        "sma sederajat",
    ),
}

JOINS = f"""
    LEFT JOIN (
        SELECT written.wilayah, min(a.code) AS code, count(*) AS many
        FROM (SELECT DISTINCT wilayah FROM r WHERE wilayah <> '') written
        JOIN portal_area a ON a.code = written.wilayah
            OR a.level IN ('province', 'city', 'district') AND {INSIDE.format("a.code")}
                AND {AREA_WORD.format("a.name")}
                    = regexp_replace({AREA_WORD.format("written.wilayah")}, '^kecamatan', '')
        GROUP BY written.wilayah
    ) place ON place.wilayah = r.wilayah
"""
COUNT = r"^([0-9]{1,9}|[1-9][0-9]{0,2}(\.[0-9]{3}){1,2})(,0+)?$"
AGES = r"^([0-9]{1,2}) *(?:-|–|—|s/d|s\.?d\.?|sampai|hingga) *([0-9]{1,2}) *(?:tahun|th|thn)?$"


def _count(column: str) -> str:
    """The count in a text, with or without dots between thousands, or NULL."""
    text = f"btrim(r.{column})"
    return (
        f"CASE WHEN {text} ~ '{COUNT}'"
        f" THEN replace(split_part({text}, ',', 1), '.', '')::integer END"
    )


def _says_something(column: str) -> str:
    return f"lower(btrim(r.{column})) NOT IN {NOTHING}"


def _age(part: int) -> str:
    # regexp_match, because substring would take the first group only.
    return f"(regexp_match(lower(btrim(r.usia)), '{AGES}'))[{part}]::smallint"


def _year(column: str) -> str:
    return f"CASE WHEN r.{column} ~ '^20[0-9]{{2}}$' THEN r.{column}::smallint END"


def _source(column: str) -> str:
    return f"nullif(left(regexp_replace(btrim(r.{column}), '\\s+', ' ', 'g'), 80), '')"


LEVEL = "CASE lower(btrim(r.jenjang)) {} END".format(
    " ".join(f"WHEN '{word}' THEN '{group}'" for group, words in LEVELS.items() for word in words)
)
YEARS_OF_SOURCES = ("tahun_penduduk", "tahun_murid")
COUNTS = (*OF_RESIDENTS, *OF_PUPILS)
CLEAN = {
    "area": "CASE WHEN place.many = 1 THEN place.code END",
    "year": _year("tahun"),
    "age_from": _age(1),
    "age_to": _age(2),
    "level": LEVEL,
    "residents_source": _source("sumber_penduduk"),
    "residents_year": f"coalesce({_year('tahun_penduduk')}, {_year('tahun')})",
    "pupils_source": _source("sumber_murid"),
    "pupils_year": f"coalesce({_year('tahun_murid')}, {_year('tahun')})",
    **{name: _count(name) for name in COUNTS},
    **{f"has_{name}": _says_something(name) for name in COUNTS},
    **{f"is_year_of_{name}": f"({_year(name)}) IS NOT NULL" for name in YEARS_OF_SOURCES},
}
KEY = (
    "r.wilayah || ':' || r.tahun || ':' || coalesce("
    f"array_to_string(regexp_match(lower(btrim(r.usia)), '{AGES}'), '-'), r.usia)"
    " || ':' || lower(r.sumber_penduduk) || ':' || lower(r.sumber_murid)"
)


def _any(names, prefix: str = "has_") -> str:
    return "(" + " OR ".join(f"c.{prefix}{name}" for name in names) + ")"


OFFICIAL = " OR ".join(
    f"c.level = '{group}' AND (c.age_from, c.age_to) = ({first}, {last})"
    for group, (first, last) in OFFICIAL_AGES.items()
)
NO_COUNT = _("“%(value)s” bukan jumlah orang. Tulis angka bulat, misalnya 1.234, atau kosongkan.")
CHECKS = (
    Check(
        "wilayah.unknown",
        "wilayah",
        "c.area IS NULL",
        _(
            "Wilayah “%(value)s” tidak dikenal di wilayah impor ini. Tulis nama atau kodenya, misalnya 63.71."
        ),
    ),
    Check(
        "wilayah.elsewhere",
        "wilayah",
        f"NOT {INSIDE.format('c.area')}",
        _("Wilayah “%(value)s” di luar wilayah impor ini. Lewati baris ini."),
    ),
    Check(
        "tahun.malformed",
        "tahun",
        f"c.year IS NULL OR c.year NOT BETWEEN {FIRST_YEAR} AND extract(year FROM now())",
        _("Tahun “%(value)s” tidak dapat dipakai. Isi tahun dari 2010 sampai tahun ini."),
    ),
    Check(
        "usia.malformed",
        "usia",
        f"c.age_from IS NULL OR c.age_from > c.age_to OR c.age_to > {OLDEST}",
        _("Kelompok usia “%(value)s” tidak terbaca. Tulis seperti 7-12, paling tua 24 tahun."),
    ),
    Check(
        "jenjang.unknown",
        "jenjang",
        "c.raw_jenjang NOT IN ('', '-') AND c.level IS NULL",
        _("Jenjang “%(value)s” tidak dikenal. Isi PAUD, SD, SMP, atau SMA."),
    ),
    Check(
        "jenjang.missing",
        "jenjang",
        f"{_any(('murid_seluruhnya', 'murid_usia'))} AND c.level IS NULL AND c.raw_jenjang IN ('', '-')",
        _("Jumlah murid memerlukan jenjang. Isi PAUD, SD, SMP, atau SMA."),
    ),
    Check(
        "jenjang.other_ages",
        "jenjang",
        f"{_any(('murid_seluruhnya', 'murid_usia'))} AND c.level IS NOT NULL AND NOT ({OFFICIAL})",
        _(
            "Usia baris ini bukan usia resmi jenjang “%(value)s” (PAUD 3–6, SD 7–12, SMP 13–15, SMA 16–18)."
        ),
    ),
    *(
        Check(f"{name}.malformed", name, f"c.has_{name} AND c.{name} IS NULL", NO_COUNT)
        for name in COUNTS
    ),
    Check(
        "sumber_penduduk.missing",
        "sumber_penduduk",
        f"{_any(OF_RESIDENTS)} AND c.residents_source IS NULL",
        _("Jumlah penduduk memerlukan sumber, misalnya Dukcapil atau Proyeksi BPS."),
    ),
    *(
        Check(
            f"{name}.malformed",
            name,
            f"c.raw_{name} NOT IN ('', '-') AND c.is_year_of_{name} IS NOT TRUE",
            _("Tahun sumber “%(value)s” tidak terbaca. Tulis 4 angka, atau kosongkan."),
        )
        for name in YEARS_OF_SOURCES
    ),
    Check(
        "sumber_murid.missing",
        "sumber_murid",
        f"{_any(OF_PUPILS)} AND c.pupils_source IS NULL",
        _("Jumlah murid memerlukan sumber, misalnya Dapodik."),
    ),
)
REMARKS = (
    Check(
        "nothing",
        None,
        f"NOT {_any(COUNTS)}",
        _("Tidak ada jumlah pada baris ini; tidak ada yang disimpan."),
    ),
    Check(
        "more_learn",
        None,
        "c.bersekolah > c.penduduk OR c.murid_usia > c.penduduk",
        _(
            "Yang bersekolah lebih banyak daripada penduduk: disimpan apa adanya. Periksa kedua sumber."
        ),
    ),
)


def _target(name: str, count: str, group: str, of: str, *, ages: bool = True) -> Target:
    """A count of a row as a record; `of` says whose source it has."""
    same = (
        "(t.age_from, t.age_to) = (c.age_from, c.age_to)"
        if ages
        else "t.age_from IS NULL AND t.age_to IS NULL"
    )
    return Target(
        name=name,
        model=Headcount,
        find=(
            f"t.area_id = c.area AND t.year = c.year AND t.kind = {group} AND {same}"
            f" AND lower(t.source) = lower(c.{of}_source)"
        ),
        only=f"c.{count} IS NOT NULL",
        values={
            "area_id": "c.area",
            "year": "c.year",
            "kind": group,
            **({"age_from": "c.age_from", "age_to": "c.age_to"} if ages else {}),
            "count": f"c.{count}",
            "source_year": f"c.{of}_year",
        },
        new_values={"source": f"c.{of}_source"},
    )


HEADCOUNTS = Profile(
    kind="partisipasi",
    label=_("Penduduk dan partisipasi"),
    about=_(
        "Satu baris per wilayah, tahun, dan kelompok usia: jumlah penduduk, yang bersekolah, murid jenjang "
        "itu seluruhnya dan yang berusia resmi, dengan sumbernya. Dari sini APS, APK, dan APM dihitung."
    ),
    titled_by=3,
    is_dated=False,
    permission="indicators.import_participation",
    columns=COLUMNS,
    joins=JOINS,
    clean=CLEAN,
    key=KEY,
    content=(*COUNTS, "level", "residents_year", "pupils_year"),
    checks=CHECKS,
    remarks=REMARKS,
    targets=(
        _target("residents", "penduduk", f"'{Group.RESIDENTS}'", "residents"),
        _target("outside", "luar", f"'{Group.OUTSIDE}'", "residents"),
        _target("learning", "bersekolah", f"'{Group.LEARNING}'", "pupils"),
        _target("equivalence", "kesetaraan", f"'{Group.EQUIVALENCE}'", "pupils"),
        _target("of_level", "murid_seluruhnya", "c.level", "pupils", ages=False),
        _target("of_age", "murid_usia", "c.level", "pupils"),
    ),
)
