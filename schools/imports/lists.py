"""The plain list of schools, and the columns that other files about schools have too."""

from django.utils.translation import gettext_lazy as _

from portal.imports.columns import Column
from portal.imports.profiles import Profile
from schools.imports.checks import FACT_CHECKS, NPSN_CHECKS
from schools.imports.cleaning import ALONE, CLEAN, JOINS, NPSN
from schools.imports.targets import MISSING, SCHOOL, SENTENCES

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
