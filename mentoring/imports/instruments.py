"""An instrument as a file brings it: names and cells, judged one by one, into a Blueprint.

JSON and workbooks name the same things; `instrument_files` reads and writes each. Nothing is guessed:
every fault is told with its place, and a file with faults gives no Blueprint.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from mentoring.models import ItemKind, ShownHow
from mentoring.models.instruments import CODE, CODE_WORDS
from mentoring.models.kinds import decimal_of, lines_of
from mentoring.queries.blueprints import Blueprint, ItemPlan, SectionPlan
from portal.imports.reading import text_of
from portal.operations import Refused

MOST_SECTIONS, MOST_ITEMS, MOST_CHOICES = 50, 300, 50
LEVELS = ("tingkat_1", "tingkat_2", "tingkat_3", "tingkat_4")
OF_INSTRUMENT = ("kode", "nama", "keterangan")
OF_SECTION = ("judul", "bobot")
OF_ITEM = (
    *("kode", "jenis", "butir", "bantuan", "wajib", "bobot"),
    *LEVELS,
    *("angka_terkecil", "angka_terbesar", "satuan", "pilihan"),
    *("tampil_menurut", "tampil_bila", "nilai"),
)
# What only items of some kinds have.
OWN = {
    **dict.fromkeys(LEVELS, {ItemKind.RUBRIC}),
    **dict.fromkeys(("angka_terkecil", "angka_terbesar", "satuan"), {ItemKind.NUMBER}),
    "pilihan": {ItemKind.ONE, ItemKind.MANY},
}
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
YES = {"ya": True, "true": True, "tidak": False, "false": False}


@dataclass(frozen=True)
class Fault:
    """Where in the file something is wrong, and a sentence."""

    where: str
    sentence: str


class Faulty(Refused):
    """A file that cannot be taken in; `faults` says all that is wrong with it."""

    def __init__(self, faults: list[Fault]):
        super().__init__(_("Berkas belum diterima dan tidak ada yang disimpan."))
        self.faults = faults


@dataclass(frozen=True)
class Record:
    """What a file says of one thing: raw values by name, and where a name stands in the file."""

    values: dict
    where: Callable[[str], str]


@dataclass
class Told:
    """An instrument as a file tells it; each item names its section by place, from 0."""

    instrument: Record
    sections: list[Record] = field(default_factory=list)
    items: list[tuple[int, Record]] = field(default_factory=list)


class Judge:
    """Reads the values of records and gathers the faults."""

    def __init__(self):
        self.faults: list[Fault] = []

    def say(self, record: Record, name: str, sentence: str) -> None:
        self.faults.append(Fault(record.where(name), sentence))

    def text(self, record: Record, name: str, longest: int, *, required: bool = False) -> str:
        raw = record.values.get(name)
        if isinstance(raw, (list, dict)):
            self.say(record, name, _("Tulis teks di sini."))
            return ""
        found = "" if raw is None else text_of(raw)
        found = found.replace("\r\n", "\n").replace("\r", "\n").strip()
        if UNWRITABLE.search(found):
            self.say(record, name, _("Ada huruf yang tidak dapat disimpan. Ketik ulang teksnya."))
        elif len(found) > longest:
            self.say(record, name, _("Paling panjang %d huruf.") % longest)
        elif required and not found:
            self.say(record, name, _("Ini belum diisi."))
        return found

    def line(self, record: Record, name: str, longest: int, *, required: bool = False) -> str:
        """A text on one line."""
        found = self.text(record, name, longest, required=required)
        if "\n" in found:
            self.say(record, name, _("Tulis dalam satu baris."))
        return found

    def code(self, record: Record, name: str, longest: int) -> str:
        found = self.line(record, name, longest, required=True)
        if found and not re.match(CODE, found):
            self.say(record, name, str(CODE_WORDS))
        return found

    def number(self, record: Record, name: str, *, digits: int, places: int) -> Decimal | None:
        raw = record.values.get(name)
        if raw is None or raw == "":
            return None
        found = _decimal(raw)
        if found is None or found != round(found, places) or abs(found) >= 10 ** (digits - places):
            sentence = _("Tulis angka dengan paling banyak %d angka di belakang koma.") % places
            self.say(record, name, sentence)
            return None
        return found

    def weight(self, record: Record) -> Decimal:
        found = self.number(record, "bobot", digits=5, places=2)
        if found is not None and found < 0:
            self.say(record, "bobot", _("Bobot tidak boleh kurang dari 0."))
        return Decimal(1) if found is None else found

    def yes(self, record: Record, name: str) -> bool:
        raw = record.values.get(name)
        if raw is None or raw == "":
            return True
        if str(raw).casefold() not in YES:
            self.say(record, name, _("Tulis ya atau tidak."))
        return YES.get(str(raw).casefold(), True)

    def one_of(self, record: Record, name: str, choices, *, required: bool) -> str:
        found = self.line(record, name, 40, required=required)
        if found and found not in choices.values:
            offered = ", ".join(choices.values)
            self.say(record, name, _("Tulis salah satu dari: %s.") % offered)
            return ""
        return found

    def lines(self, record: Record, name: str, longest: int) -> tuple[str, ...]:
        raw = record.values.get(name)
        if isinstance(raw, list):
            raw = "\n".join("" if one is None else text_of(one) for one in raw)
        whole = Record({name: raw}, record.where)
        found = lines_of(self.text(whole, name, longest * MOST_CHOICES))
        if len(found) > MOST_CHOICES or any(len(line) > longest for line in found):
            sentence = _(
                "Paling banyak %(most)d pilihan, masing-masing paling panjang %(longest)d."
            )
            self.say(record, name, sentence % {"most": MOST_CHOICES, "longest": longest})
        return tuple(found)


def _decimal(raw) -> Decimal | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, (int, float, Decimal)):
        try:
            found = Decimal(str(raw))
        except InvalidOperation:
            return None
        return found if found.is_finite() and abs(found) < Decimal(10) ** 20 else None
    return decimal_of(raw) if isinstance(raw, str) else None


def blueprint_from(told: Told) -> Blueprint:
    """The instrument that a file tells of. Raises Faulty with every fault at once."""
    judge = Judge()
    record = told.instrument
    if len(told.sections) > MOST_SECTIONS or len(told.items) > MOST_ITEMS:
        sentence = _("Paling banyak %(sections)d bagian dan %(items)d butir.")
        most = {"sections": MOST_SECTIONS, "items": MOST_ITEMS}
        raise Faulty([Fault(record.where("nama"), sentence % most)])
    items = [_item(judge, item) for _place, item in told.items]
    plan = Blueprint(
        code=judge.code(record, "kode", 50),
        name=judge.line(record, "nama", 120, required=True),
        description=judge.text(record, "keterangan", 1000),
        sections=tuple(
            SectionPlan(
                judge.line(section, "judul", 120, required=True),
                judge.weight(section),
                tuple(
                    item
                    for item, (of, _record) in zip(items, told.items, strict=True)
                    if of == place
                ),
            )
            for place, section in enumerate(told.sections)
        ),
    )
    _judge_codes(judge, told, items)
    if judge.faults:
        raise Faulty(judge.faults)
    return plan


def _item(judge: Judge, record: Record) -> ItemPlan:
    kind = judge.one_of(record, "jenis", ItemKind, required=True)
    for name, kinds in OWN.items():
        if kind and kind not in kinds and record.values.get(name) not in (None, "", []):
            judge.say(record, name, _("Kosongkan: butir jenis %s tidak memilikinya.") % kind)
    low, high = (
        judge.number(record, name, digits=14, places=4)
        for name in ("angka_terkecil", "angka_terbesar")
    )
    if low is not None and high is not None and high < low:
        judge.say(record, "angka_terbesar", _("Angka terbesar lebih kecil dari angka terkecil."))
    return ItemPlan(
        code=judge.code(record, "kode", 30),
        kind=kind,
        text=judge.line(record, "butir", 250, required=True),
        help=judge.line(record, "bantuan", 500),
        required=judge.yes(record, "wajib"),
        weight=judge.weight(record),
        levels=tuple(judge.line(record, name, 250) for name in LEVELS),
        minimum=low,
        maximum=high,
        unit=judge.line(record, "satuan", 20),
        choices=judge.lines(record, "pilihan", 120),
        shown_if=judge.line(record, "tampil_menurut", 30),
        shown_how=judge.one_of(record, "tampil_bila", ShownHow, required=False),
        shown_value=_values(judge, record),
    )


def _values(judge: Judge, record: Record) -> str:
    """The values of a rule, a line each."""
    found = "\n".join(judge.lines(record, "nilai", 120))
    if len(found) > 500:
        judge.say(record, "nilai", _("Paling panjang %d huruf.") % 500)
    return found


def _judge_codes(judge: Judge, told: Told, items: list[ItemPlan]) -> None:
    """Codes stand once, and rules name items that are there."""
    codes = {item.code for item in items}
    seen = set()
    for item, (_place, record) in zip(items, told.items, strict=True):
        if item.code and item.code in seen:
            judge.say(record, "kode", _("Kode “%s” sudah dipakai butir di atasnya.") % item.code)
        seen.add(item.code)
        if item.shown_if and item.shown_if not in codes:
            sentence = _("Tidak ada butir dengan kode “%s”.") % item.shown_if
            judge.say(record, "tampil_menurut", sentence)
        elif item.shown_if and item.shown_if == item.code:
            judge.say(record, "tampil_menurut", _("Butir tidak dapat menentukan dirinya sendiri."))
        if not item.shown_how and (item.shown_if or item.shown_value):
            judge.say(record, "tampil_bila", _("Isi syaratnya, atau kosongkan butir dan nilainya."))
