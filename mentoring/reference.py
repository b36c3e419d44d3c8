"""Kinds of visits, rubric, holidays and numbers of papers that ship with the portal: data to change."""

from datetime import date

from mentoring.models import (
    Holiday,
    Instrument,
    ItemKind,
    NeedWeights,
    Paper,
    PlanningDefaults,
    VisitKind,
)
from mentoring.operations.instruments import make_version, publish
from mentoring.queries.blueprints import Blueprint, ItemPlan, SectionPlan
from portal.documents.models import NumberSeries

VISIT_KINDS = (
    "Coaching kepala sekolah",
    "Lokakarya",
    "PMO sekolah",
    "PMO daerah",
    "Forum pemangku kepentingan (FPK)",
    "Komunitas belajar",
    "Supervisi akademik",
    "Supervisi manajerial",
    "Refleksi",
    "In-house training (IHT)",
    "Pendampingan PBD",
)

NUMBER_SERIES = (
    (Paper.Kind.MINUTES, "Berita acara kunjungan", "{nomor:4}/BA-PDP/{bulan}/{tahun}"),
    (Paper.Kind.REVIEW, "Berita acara pos kinerja", "{nomor:4}/BA-PK/{bulan}/{tahun}"),
    (Paper.Kind.LETTER, "Surat tugas fasilitator", "{nomor:4}/ST-PDP/{bulan}/{tahun}"),
)

INSTRUMENT = "Rubrik pendampingan sekolah"
CODE = "rubrik-pendampingan-sekolah"
SECTION = "Rubrik"

# Item, then what levels 1 to 4 look like; after the dimensions D and E of Rapor Pendidikan.
ITEMS = (
    (
        "Kepemimpinan pembelajaran kepala sekolah",
        "Kepala sekolah belum menetapkan arah perbaikan pembelajaran.",
        "Arah perbaikan sudah ada, tetapi belum dipahami dan belum dijalankan oleh guru.",
        "Kepala sekolah memimpin perbaikan, mengamati kelas, dan memberi umpan balik berkala.",
        "Guru bersama kepala sekolah mengevaluasi praktik mengajar dan saling memimpin perbaikan.",
    ),
    (
        "Kualitas pembelajaran di kelas",
        "Pembelajaran searah; suasana kelas sering terganggu dan kebutuhan murid belum dikenali.",
        "Kelas tertib, tetapi kegiatan belajar masih seragam untuk semua murid.",
        "Guru menyesuaikan kegiatan dengan kemampuan murid dan memberi umpan balik yang jelas.",
        "Murid aktif bernalar dan menilai kemajuannya; guru memperbaiki pembelajaran dari asesmen.",
    ),
    (
        "Iklim keamanan sekolah",
        "Perundungan dan hukuman fisik masih terjadi; belum ada cara melapor.",
        "Aturan pencegahan kekerasan tertulis, tetapi warga sekolah belum mengenalnya.",
        "Tim pencegahan bekerja; laporan ditangani dan dicatat sampai selesai.",
        "Warga sekolah ikut menjaga rasa aman; kejadian menurun dan pencegahan ditinjau berkala.",
    ),
    (
        "Iklim kebinekaan dan inklusivitas",
        "Perbedaan agama, budaya, dan kemampuan murid belum diperhatikan dalam kegiatan sekolah.",
        "Sekolah menerima perbedaan, tetapi layanan bagi murid berkebutuhan khusus belum tersedia.",
        "Kegiatan dan pembelajaran disesuaikan agar semua murid dapat ikut serta.",
        "Semua murid terlibat dan didengar; layanan inklusif dievaluasi bersama orang tua.",
    ),
    (
        "Perencanaan berbasis data",
        "Rencana kerja disusun tanpa membaca Rapor Pendidikan.",
        "Rapor Pendidikan dibaca, tetapi akar masalah dan kegiatan belum terhubung.",
        "Akar masalah dari Rapor menjadi dasar kegiatan dalam RKT dan RKAS.",
        "Kegiatan dipantau dengan data sepanjang tahun dan hasilnya menjadi dasar rencana berikut.",
    ),
)

# The national holidays of a fixed date. Those that move (Idulfitri, Nyepi, Waisak, cuti bersama, …)
# are decreed each year by three ministers; an admin adds them.
FIXED_HOLIDAYS = (
    (1, 1, "Tahun Baru Masehi"),
    (5, 1, "Hari Buruh Internasional"),
    (6, 1, "Hari Lahir Pancasila"),
    (8, 17, "Proklamasi Kemerdekaan Republik Indonesia"),
    (12, 25, "Hari Raya Natal"),
)
HOLIDAY_YEARS = range(2022, 2028)


def load_visit_kinds() -> int:
    """Add the kinds of visits that never stood here; returns how many were added.

    What an admin renamed or deleted stays so: the history knows every name that was once there.
    """
    known = set(VisitKind.pgh_event_model.objects.values_list("name", flat=True))
    known.update(VisitKind.objects.values_list("name", flat=True))
    missing = [
        VisitKind(name=name, order=order)
        for order, name in enumerate(VISIT_KINDS, start=1)
        if name not in known
    ]
    return len(VisitKind.objects.bulk_create(missing))


def load_instrument() -> int:
    """Publish the rubric unless it once stood here; returns how many items were added."""
    once_there = Instrument.pgh_event_model.objects.filter(name=INSTRUMENT)
    if once_there.exists() or Instrument.objects.filter(name=INSTRUMENT).exists():
        return 0
    items = tuple(
        ItemPlan(code=f"b{number}", kind=ItemKind.RUBRIC, text=text, levels=tuple(levels))
        for number, (text, *levels) in enumerate(ITEMS, start=1)
    )
    plan = Blueprint(CODE, INSTRUMENT, sections=(SectionPlan(SECTION, items=items),))
    rubric = make_version(plan)
    publish(rubric, version=rubric.version)
    return len(items)


def load_holidays() -> int:
    """Add the national holidays that never stood here; returns how many were added.

    What an admin moved or deleted stays so: the history knows every holiday that was once there.
    """
    facts = ("date", "name")
    known = set(Holiday.pgh_event_model.objects.filter(area=None).values_list(*facts))
    known.update(Holiday.objects.filter(area=None).values_list(*facts))
    missing = [
        Holiday(date=date(year, month, day), name=name)
        for year in HOLIDAY_YEARS
        for month, day, name in FIXED_HOLIDAYS
        if (date(year, month, day), name) not in known
    ]
    return len(Holiday.objects.bulk_create(missing))


def load_number_series() -> int:
    """Add the series of numbers that are missing; how an admin writes them stays."""
    added = 0
    for code, name, written in NUMBER_SERIES:
        values = {"name": name, "format": written}
        _series, made = NumberSeries.objects.get_or_create(code=code, defaults=values)
        added += made
    return added


def load_planning() -> int:
    """Add the usual numbers of planning and the weights of need where they are missing."""
    made = [model.objects.get_or_create(pk=1)[1] for model in (PlanningDefaults, NeedWeights)]
    return sum(made)
