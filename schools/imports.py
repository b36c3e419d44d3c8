"""The files that the registry takes in: a plain list of schools, and Dapodik's progress export."""

from django.utils.translation import gettext_lazy as _

from portal.imports.columns import Column
from portal.imports.profiles import Check, Profile, Target
from schools.models import FORMS_OF_STAGE, School, YearlyFigures

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

DATED = ("name", "form", "status", "district_id", "accreditation")


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

OUTSIDE = (
    "c.district IS NOT NULL AND %(area)s::text IS NOT NULL AND c.district <> %(area)s::text"
    " AND NOT starts_with(c.district, %(area)s::text || '.')"
)
NPSN_CHECKS = (
    Check("npsn.empty", "npsn", "c.npsn = ''", _("NPSN kosong. Isi NPSN, atau lewati baris ini.")),
    Check(
        "npsn.university",
        "npsn",
        "length(c.npsn) = 6 AND c.npsn ~ '^[0-9]{6}$'",
        _("%(value)s adalah kode perguruan tinggi (6 angka). Isi NPSN sekolah 8 angka."),
    ),
    Check(
        "npsn.short",
        "npsn",
        "length(c.npsn) = 7 AND c.npsn ~ '^[0-9]{7}$'",
        _(
            "%(value)s hanya 7 angka. Angka nol di depan mungkin hilang di Excel; lengkapi NPSN-nya."
        ),
    ),
    Check(
        "npsn.malformed",
        "npsn",
        "c.npsn <> '' AND c.npsn !~ '^([0-9]{6,8}|[PK][0-9]{7})$'",
        _("NPSN harus 8 angka, atau P/K dan 7 angka. Periksa kembali: %(value)s."),
    ),
)
FACT_CHECKS = (
    Check(
        "nama.long",
        "nama",
        "length(c.name) > 150",
        _("Nama lebih dari 150 huruf. Ringkas; tidak ada yang dipotong diam-diam."),
    ),
    Check(
        "bentuk.unknown",
        "bentuk",
        "c.raw_bentuk <> '' AND c.form IS NULL",
        _(
            "Bentuk “%(value)s” tidak dikenal. Pakai singkatan Dapodik: SD, SMP, SMA, SMK, TK, PKBM …"
        ),
    ),
    Check(
        "status.unknown",
        "status",
        "c.raw_status <> '' AND c.status IS NULL",
        _("Status “%(value)s” tidak dikenal. Isi Negeri atau Swasta."),
    ),
    Check(
        "kode_kecamatan.unknown",
        "kode_kecamatan",
        "c.raw_kode_kecamatan <> '' AND c.district IS NULL",
        _("Kode kecamatan %(value)s tidak ada. Contoh kode Kemendagri: 63.71.01."),
    ),
    Check(
        "kecamatan.unknown",
        "kecamatan",
        "c.raw_kode_kecamatan = '' AND c.raw_kecamatan <> '' AND c.named_places = 0",
        _("Kecamatan “%(value)s” tidak ada dalam wilayah impor ini. Periksa ejaannya."),
    ),
    Check(
        "kecamatan.ambiguous",
        "kecamatan",
        "c.raw_kode_kecamatan = '' AND c.named_places > 1",
        _(
            "Ada beberapa kecamatan bernama “%(value)s”. Pilih wilayah yang lebih sempit untuk impor "
            "ini, atau tambahkan kolom kode kecamatan."
        ),
    ),
    Check(
        "kecamatan.outside",
        "kecamatan",
        OUTSIDE,
        _("Kecamatan ini di luar wilayah impor. Lewati baris ini atau pilih wilayah lain."),
    ),
    Check("alamat.long", "alamat", "length(c.address) > 200", _("Alamat lebih dari 200 huruf.")),
    Check(
        "lintang.malformed",
        "lintang",
        "c.raw_lintang <> '' AND (c.latitude IS NULL OR c.latitude NOT BETWEEN -11 AND 6.1)",
        _("Lintang “%(value)s” tidak terbaca. Isi derajat antara -11 dan 6,1; contoh -3,3194."),
    ),
    Check(
        "bujur.malformed",
        "bujur",
        "c.raw_bujur <> '' AND (c.longitude IS NULL OR c.longitude NOT BETWEEN 95 AND 141.1)",
        _("Bujur “%(value)s” tidak terbaca. Isi derajat antara 95 dan 141,1; contoh 114,5908."),
    ),
    Check(
        "lintang.alone",
        "lintang",
        "(c.raw_lintang = '') <> (c.raw_bujur = '')",
        _("Isi lintang dan bujur bersama-sama, atau kosongkan keduanya."),
    ),
    Check(
        "akreditasi.unknown",
        "akreditasi",
        "c.raw_akreditasi NOT IN ('', '-') AND c.accreditation IS NULL",
        _("Akreditasi “%(value)s” tidak dikenal. Isi A, B, C, atau TT."),
    ),
    Check(
        "sekolah_id.malformed",
        "sekolah_id",
        "c.raw_sekolah_id <> '' AND c.dapodik IS NULL",
        _("Id Dapodik %(value)s bukan UUID. Salin ulang, atau kosongkan."),
    ),
    Check(
        "sekolah_id.taken",
        "sekolah_id",
        "c.dapodik_owner <> c.npsn",
        _("Id Dapodik ini sudah dipakai sekolah lain dalam registri."),
    ),
)

# An id of Dapodik belongs to one school.
ALONE = {"dapodik": ("npsn", "sekolah_id.shared")}

SCHOOL = Target(
    name="school",
    model=School,
    key="c.npsn",
    find="t.npsn = c.npsn",
    values={
        "npsn": "c.npsn",
        "name": "c.name",
        "form": "c.form",
        "status": "c.status",
        "district_id": "c.district",
        "address": "c.address",
        "latitude": "c.latitude",
        "longitude": "c.longitude",
        "accreditation": "c.accreditation",
        "dapodik_id": "c.dapodik",
    },
    new_values={"source": "left(%(file_name)s, 120)", "state": "'buka'", "state_reason": "''"},
    along={
        "facts_since": ("greatest(t.facts_since, %(holds_from)s::date)", DATED),
        # A new result comes with a new decree, which the file does not name.
        "accreditation_number": ("''", ("accreditation",)),
        "accreditation_until": ("NULL::date", ("accreditation",)),
    },
    needed={
        "name": "nama.needed",
        "form": "bentuk.needed",
        "status": "status.needed",
        "district_id": "kecamatan.needed",
    },
    # Nobody decides about a school outside the area of the import, whatever the file says.
    refused={
        "npsn.elsewhere": "%(area)s::text IS NOT NULL AND t.district_id <> %(area)s::text"
        " AND NOT starts_with(t.district_id, %(area)s::text || '.')"
    },
    # What was merged into another school goes on there; its old record is for the undo.
    fixed={"npsn.merged": "t.state = 'bergabung'"},
    later="d.values ? 'facts_since' AND t.facts_since > (d.values->>'facts_since')::date",
    conflicts=(
        ("t.facts_since > %(holds_from)s::date", DATED),
        ("t.state <> 'buka'", ()),
    ),
    sorted_by="name",
)

SENTENCES = {
    "sekolah_id.shared": _(
        "Id Dapodik ini tertulis pada beberapa NPSN dalam berkas. Perbaiki atau kosongkan."
    ),
    "nama.needed": _("Sekolah ini belum ada dalam registri, jadi namanya perlu diisi."),
    "bentuk.needed": _("Sekolah ini belum ada dalam registri, jadi bentuknya perlu diisi."),
    "status.needed": _("Sekolah ini belum ada dalam registri, jadi statusnya perlu diisi."),
    "kecamatan.needed": _("Sekolah ini belum ada dalam registri, jadi kecamatannya perlu diisi."),
    "npsn.merged": _(
        "Sekolah dengan NPSN %(value)s sudah digabung ke sekolah lain. Pakai NPSN sekolah itu, atau "
        "lewati baris ini."
    ),
    "npsn.elsewhere": _(
        "Sekolah dengan NPSN %(value)s tercatat di luar wilayah impor ini. Lewati baris ini, atau "
        "impor dengan wilayah sekolah itu."
    ),
}

# Schools of the kecamatan and stages that the file speaks about; others it may just not cover.
MISSING = """
    t.state = 'buka' AND (%(area)s::text IS NULL OR t.district_id = %(area)s::text
        OR starts_with(t.district_id, %(area)s::text || '.'))
    AND (t.district_id, t.stage) IN (
        SELECT s.district_id, s.stage FROM schools_school s
        JOIN imports_stagedrow r ON split_part(r.key, ':', 1) = s.npsn AND r.batch_id = %(batch)s)
    AND NOT EXISTS (
        SELECT 1 FROM imports_stagedrow r
        WHERE r.batch_id = %(batch)s AND split_part(r.key, ':', 1) = t.npsn)
"""

NPSN_COLUMN = Column(
    "npsn", _("NPSN"), ("NPSN", "NPSN Sekolah", "Nomor Pokok Sekolah Nasional"), True, True
)
NAME_NAMES = (
    "Nama Sekolah",
    "Nama Satuan Pendidikan",
    "Nama",
    "Nama SP",
    "Satuan Pendidikan",
    "Sekolah",
)
SHARED_COLUMNS = (
    NPSN_COLUMN,
    Column("nama", _("Nama sekolah"), NAME_NAMES, text=True),
    Column("bentuk", _("Bentuk"), ("BP", "Bentuk Pendidikan", "Bentuk", "Jenis Satuan Pendidikan")),
    Column("status", _("Status"), ("Status", "Status Sekolah", "Negeri/Swasta")),
    Column("kecamatan", _("Kecamatan"), ("Kecamatan", "Kec", "Nama Kecamatan"), text=True),
    Column(
        "kode_kecamatan",
        _("Kode kecamatan (Kemendagri)"),
        ("Kode Kecamatan Kemendagri", "Kode Kecamatan", "Kode Kec"),
    ),
    Column("alamat", _("Alamat"), ("Alamat", "Alamat Sekolah", "Alamat Jalan"), text=True),
    Column("lintang", _("Lintang"), ("Lintang", "Latitude", "Lat")),
    Column("bujur", _("Bujur"), ("Bujur", "Longitude", "Long", "Lng")),
    Column(
        "akreditasi", _("Akreditasi"), ("Akreditasi", "Peringkat Akreditasi", "Nilai Akreditasi")
    ),
    Column("sekolah_id", _("Id Dapodik"), ("Sekolah Id", "sekolah_id", "Id Dapodik")),
)

SCHOOL_LIST = Profile(
    kind="sekolah",
    label=_("Daftar sekolah"),
    permission="schools.import_schools",
    columns=SHARED_COLUMNS,
    joins=JOINS,
    clean=CLEAN,
    key=NPSN,
    content=(
        "name",
        "form",
        "status",
        "district",
        "address",
        "latitude",
        "longitude",
        "accreditation",
    )
    + ("dapodik",),
    checks=NPSN_CHECKS + FACT_CHECKS,
    targets=(SCHOOL,),
    alone=ALONE,
    sentences=SENTENCES,
    missing=MISSING,
)

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
