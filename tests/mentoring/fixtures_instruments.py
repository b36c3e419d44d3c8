"""Instruments with items of every kind."""

from decimal import Decimal

import pytest

from mentoring.models import Instrument, ItemKind, ShownHow
from mentoring.operations.instruments import make_version, publish
from mentoring.queries.blueprints import Blueprint, ItemPlan, SectionPlan

LEVELS = ("belum", "mulai", "baik", "menjadi contoh")


def rubric(code: str, text: str = "", **fields) -> ItemPlan:
    return ItemPlan(code, ItemKind.RUBRIC, text or f"Rubrik {code}", levels=LEVELS, **fields)


def shown_by(code: str, how: str, value: str) -> dict:
    return {"shown_if": code, "shown_how": how, "shown_value": value}


EVERY_KIND = Blueprint(
    code="segala-jenis",
    name="Segala jenis",
    description="Satu butir tiap jenis",
    sections=(
        SectionPlan(
            "Kelas",
            Decimal(3),
            (
                rubric("belajar", "Kualitas pembelajaran", weight=Decimal(2)),
                rubric("contoh", "Praktik baik", **shown_by("belajar", ShownHow.AT_LEAST, "3")),
                ItemPlan(
                    "murid",
                    ItemKind.NUMBER,
                    "Murid yang hadir",
                    minimum=Decimal(0),
                    maximum=Decimal(60),
                    unit="orang",
                ),
                ItemPlan("rpp", ItemKind.YES_NO, "Ada modul ajar?"),
                ItemPlan(
                    "alasan",
                    ItemKind.TEXT,
                    "Mengapa belum ada?",
                    **shown_by("rpp", ShownHow.EQUAL, "tidak"),
                ),
            ),
        ),
        SectionPlan(
            "Sekolah",
            Decimal(1),
            (
                rubric("rapor", "Membaca Rapor"),
                ItemPlan("cara", ItemKind.ONE, "Cara membaca", choices=("sendiri", "bersama")),
                ItemPlan(
                    "pihak",
                    ItemKind.MANY,
                    "Dibaca bersama siapa?",
                    choices=("guru", "komite", "pengawas"),
                    required=False,
                    **shown_by("cara", ShownHow.ONE_OF, "bersama"),
                ),
                ItemPlan("papan", ItemKind.PHOTO, "Papan data"),
            ),
        ),
    ),
)


@pytest.fixture
def every_kind(db) -> Instrument:
    """The newest published instrument: new visits are asked items of every kind."""
    instrument = make_version(EVERY_KIND)
    publish(instrument, version=instrument.version)
    instrument.refresh_from_db()
    return instrument


@pytest.fixture
def item_of(every_kind):
    """`item_of("murid")`: an item of that instrument by its code."""
    items = {item.code: item for item in every_kind.items.all()}
    return items.__getitem__
