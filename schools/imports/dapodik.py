"""Dapodik's progress export: facts of the newest year, counts of each."""

from django.utils.translation import gettext_lazy as _

from portal.imports.columns import Column
from portal.imports.profiles import Check, Profile, Target
from schools.imports.checks import FACT_CHECKS, NPSN_CHECKS
from schools.imports.cleaning import ALONE, CLEAN, JOINS, NPSN
from schools.imports.lists import SCHOOL_LIST, SHARED_COLUMNS
from schools.imports.targets import MISSING, SCHOOL, SENTENCES
from schools.models import YearlyFigures

COUNTS = {
    "pupils": ("pd", _("Peserta didik"), ("PD", "Peserta Didik", "Jumlah PD", "Jml PD", "Siswa")),
    "classes": ("rombel", _("Rombongan belajar"), ("Rombel", "Rombongan Belajar", "Jml Rombel")),
    "teachers": ("guru", _("Guru"), ("Guru", "PTK Guru", "Jml Guru", "Jumlah Guru")),
    "staff": ("pegawai", _("Pegawai"), ("Pegawai", "Tendik", "Tenaga Kependidikan")),
    "classrooms": ("r_kelas", _("Ruang kelas"), ("R. Kelas", "Ruang Kelas", "Jml Ruang Kelas")),
    "laboratories": ("r_lab", _("Laboratorium"), ("R. Lab", "Ruang Lab", "Laboratorium")),
    "libraries": ("r_perpus", _("Perpustakaan"), ("R. Perpus", "Ruang Perpus", "Perpustakaan")),
}
YEAR = (
    r"CASE WHEN r.tahun ~ '^(19|20)[0-9]{2}([/-]([0-9]{2}|(19|20)[0-9]{2})|[12])?$'"
    " THEN left(r.tahun, 4)::smallint END"
)


def _count(column: str) -> str:
    return f"CASE WHEN r.{column} ~ '^[0-9]{{1,6}}$' THEN r.{column}::integer END"


DAPODIK = Profile(
    kind="dapodik",
    label=_("Unduhan kemajuan Dapodik"),
    permission="schools.import_schools",
    columns=SHARED_COLUMNS
    + (Column("tahun", _("Tahun"), ("Tahun", "Tahun Ajaran", "Tahun Pelajaran"), True),)
    + tuple(Column(column, label, names) for column, label, names in COUNTS.values()),
    joins=JOINS,
    clean={
        **CLEAN,
        "year": YEAR,
        **{name: _count(column) for name, (column, _label, _names) in COUNTS.items()},
    },
    key=f"{NPSN} || ':' || coalesce(({YEAR})::text, r.tahun)",
    content=(*SCHOOL_LIST.content, *COUNTS),
    checks=NPSN_CHECKS
    + FACT_CHECKS
    + (
        Check(
            "tahun.malformed",
            "tahun",
            "c.year IS NULL OR c.year NOT BETWEEN 1990 AND 2100",
            _("Tahun “%(value)s” tidak terbaca. Isi seperti 2022 atau 2022/2023."),
        ),
    )
    + tuple(
        Check(
            f"{column}.malformed",
            column,
            f"c.raw_{column} NOT IN ('', '-') AND c.{name} IS NULL",
            _("“%(value)s” bukan jumlah. Isi bilangan bulat tanpa titik."),
        )
        for name, (column, _label, _names) in COUNTS.items()
    ),
    targets=(
        Target(
            **{
                **SCHOOL.__dict__,
                # A newest row with faults says nothing, and neither do older ones in its place.
                "joins": "JOIN (SELECT npsn, max(year) AS year FROM import_clean"
                " GROUP BY npsn) newest ON newest.npsn = c.npsn AND newest.year = c.year",
            }
        ),
        Target(
            name="yearly",
            model=YearlyFigures,
            find="t.school_id = s.record AND t.year = c.year",
            joins="LEFT JOIN import_to_school s ON s.key = c.npsn AND s.faults = '{}'",
            values={
                "school_id": "s.record",
                "year": "c.year",
                **{name: f"c.{name}" for name in COUNTS},
            },
            new_values={"source": "left(%(file_name)s, 120)"},
            needed={"school_id": "npsn.school_faulty"},
        ),
    ),
    alone=ALONE,
    sentences={
        **SENTENCES,
        "npsn.school_faulty": _(
            "Baris tahun terbaru sekolah ini salah. Perbaiki dahulu baris itu."
        ),
    },
    missing=MISSING,
)
