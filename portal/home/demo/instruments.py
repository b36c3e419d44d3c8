"""A draft of the next version of the instrument with items of every kind, and text templates. Made up."""

from dataclasses import replace
from decimal import Decimal

from mentoring.models import Instrument, ItemKind, ShownHow, Snippet
from mentoring.operations.instruments import make_version
from mentoring.queries.blueprints import ItemPlan, SectionPlan, blueprint_of

SECTION = SectionPlan(
    "Pengamatan kelas (contoh)",
    Decimal(1),
    (
        ItemPlan(
            "murid",
            ItemKind.NUMBER,
            "Murid yang hadir di kelas yang diamati",
            minimum=Decimal(0),
            maximum=Decimal(60),
            unit="murid",
        ),
        ItemPlan("modul", ItemKind.YES_NO, "Guru memakai modul ajar?"),
        ItemPlan(
            "alasan",
            ItemKind.TEXT,
            "Mengapa belum memakai modul ajar?",
            shown_if="modul",
            shown_how=ShownHow.EQUAL,
            shown_value="tidak",
        ),
        ItemPlan(
            "susunan",
            ItemKind.ONE,
            "Susunan tempat duduk",
            choices=("berjajar", "berkelompok", "melingkar"),
        ),
        ItemPlan(
            "media",
            ItemKind.MANY,
            "Media yang dipakai",
            required=False,
            choices=("buku teks", "buku bacaan", "alat peraga", "gawai"),
        ),
        ItemPlan("pojok", ItemKind.PHOTO, "Pojok baca", required=False),
    ),
)
SNIPPETS = (
    ("Pembuka temuan", "Kepala sekolah dan guru menerima kunjungan dengan terbuka. (contoh)"),
    ("Rapor sudah dibaca", "Rapor Pendidikan sudah dibaca bersama guru. (contoh)"),
)


def make_instruments() -> None:
    """The draft that an admin is writing, and templates that everybody may use."""
    plan = blueprint_of(Instrument.objects.published().get())
    make_version(replace(plan, sections=(*plan.sections, SECTION)))
    Snippet.objects.bulk_create(Snippet(title=title, text=text) for title, text in SNIPPETS)
