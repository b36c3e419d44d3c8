"""The one table into which every file of figures is brought: a figure a row."""

from django.utils.translation import gettext_lazy as _

from portal.imports.columns import Column

COLUMNS = (
    Column("sel", _("Sel"), ("Sel",)),
    Column("npsn", _("NPSN"), ("NPSN", "NPSN Sekolah")),
    Column("nama", _("Nama sekolah"), ("Nama Sekolah", "Nama Satuan Pendidikan"), text=True),
    Column("wilayah", _("Wilayah"), ("Wilayah", "Kode Wilayah", "Kabupaten/Kota"), text=True),
    Column("indikator", _("Indikator"), ("Indikator", "Nama Indikator"), True, True),
    Column("tahun", _("Tahun Rapor"), ("Tahun", "Tahun Rapor"), True),
    Column("layanan", _("Layanan"), ("Layanan",)),
    Column("kode", _("Kode indikator"), ("Kode", "Kode Indikator")),
    Column("induk", _("Kode induk"), ("Kode Induk",)),
    Column("nilai", _("Nilai"), ("Nilai", "Skor", "Skor Rapor"), True),
    Column("label", _("Label capaian"), ("Label", "Label Capaian", "Capaian")),
    Column("nilai_lalu", _("Nilai tahun lalu"), ("Nilai Tahun Lalu",)),
    Column("perubahan", _("Perubahan tercetak"), ("Perubahan", "Perubahan Tercetak")),
    Column("peringkat_kabkota", _("Peringkat di Kab./Kota"), ("Peringkat di Kab./Kota",)),
    Column("peringkat_provinsi", _("Peringkat di Provinsi"), ("Peringkat di Provinsi",)),
    Column("peringkat_nasional", _("Peringkat nasional"), ("Peringkat secara Nasional",)),
    Column("sumber", _("Sumber data"), ("Sumber Data", "Sumber"), text=True),
    Column("jenis", _("Jenis satuan"), ("Jenis Satuan Pendidikan", "Jenis Satuan")),
    Column("status", _("Status satuan"), ("Status Satuan", "Status")),
    Column("jk", _("Jenis kelamin"), ("Jenis Kelamin",)),
    Column("pembilang", _("Pembilang"), ("Pembilang",)),
    Column("penyebut", _("Penyebut"), ("Penyebut", "Jumlah Peserta")),
)
# What a row is called by: cell, place, indicator and year.
TITLED_BY = 6
NAMES = tuple(column.name for column in COLUMNS)
HEADERS = [str(column.names[0]) for column in COLUMNS]


def row(**texts: str) -> list[str]:
    """A row of the table; what is not named is empty."""
    return [texts.get(name, "") for name in NAMES]
