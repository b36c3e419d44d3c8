"""The kinds of items of an instrument: what an answer to each may be, and how it reads.

One class a kind, and everything that depends on the kind of an item stands in it: forms, operations,
rules of display and pages ask `kind_of(item)`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LONGEST_TEXT = 4000
LONGEST_NOTE = 500
LEVELS = range(1, 5)
DIGITS, PLACES = 14, 4  # of a number, all and behind the comma
NUMBER = re.compile(rf"-?[0-9]{{1,{DIGITS - PLACES}}}([.,][0-9]{{1,{PLACES}}})?")
AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


class ItemKind(models.TextChoices):
    RUBRIC = "rubrik", gettext_lazy("rubrik 1–4")
    NUMBER = "angka", gettext_lazy("angka")
    YES_NO = "ya_tidak", gettext_lazy("ya atau tidak")
    ONE = "satu_pilihan", gettext_lazy("satu pilihan")
    MANY = "banyak_pilihan", gettext_lazy("beberapa pilihan")
    TEXT = "teks", gettext_lazy("teks")
    PHOTO = "foto", gettext_lazy("foto")


@dataclass(frozen=True)
class Given:
    """What was answered to one item; only the part that its kind names is ever filled, and the note.

    `choices` holds keys of ItemChoice. A photo's answer is the photo itself, kept as evidence.
    """

    score: int | None = None
    note: str = ""
    number: Decimal | None = None
    yes: bool | None = None
    text: str = ""
    choices: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return self != Given()


NOTHING = Given()


class Kind:
    """What all kinds share. `part` names the field of Given that holds the answer."""

    part = ""
    has_note = True
    is_scored = False
    may_rule = True  # whether other items may be shown by its answer

    def is_answered(self, given: Given, photos: int = 0) -> bool:
        return getattr(given, self.part) != getattr(NOTHING, self.part)

    def refusal(self, item, given: Given) -> str:
        """Why the answer does not fit the item, as a sentence; empty when it does."""
        own = {self.part, "note"} if self.has_note else {self.part}
        foreign = replace(given, **{f.name: f.default for f in fields(Given) if f.name in own})
        if foreign:
            return _("Jawaban ini tidak sesuai dengan jenis butirnya.")
        if len(given.note) > LONGEST_NOTE:
            return _("Catatan paling panjang %d huruf.") % LONGEST_NOTE
        return self._refusal(item, given) if self.is_answered(given) else ""

    def _refusal(self, item, given: Given) -> str:
        return ""

    def told(self, item, given: Given) -> str:
        """The answer as a page shows it."""
        return ""

    def missing(self) -> str:
        """The sentence that asks for the answer; `%s` stands for the item's text."""
        return _("Jawab “%s”.")

    def keys(self, item, given: Given) -> set:
        """The answer as rules of display compare it."""
        return set()

    def key(self, item, value: str):
        """The value of a rule as `keys` holds it; None for what is no answer to the item."""
        return


class Rubric(Kind):
    part = "score"
    is_scored = True

    def _refusal(self, item, given: Given) -> str:
        return "" if given.score in LEVELS else _("Skor rubrik antara 1 dan 4.")

    def told(self, item, given: Given) -> str:
        return dict(item.levels).get(given.score, "")

    def missing(self) -> str:
        return _("Pilih skor “%s”.")

    def keys(self, item, given: Given) -> set:
        return {Decimal(given.score)}

    def key(self, item, value: str):
        return Decimal(value) if value in {str(level) for level in LEVELS} else None


class Number(Kind):
    part = "number"

    def _refusal(self, item, given: Given) -> str:
        if item.minimum is not None and given.number < item.minimum:
            return _("Angka tidak boleh kurang dari %s.") % number_told(item.minimum)
        if item.maximum is not None and given.number > item.maximum:
            return _("Angka tidak boleh lebih dari %s.") % number_told(item.maximum)
        return ""

    def told(self, item, given: Given) -> str:
        return f"{number_told(given.number)} {item.unit}".strip()

    def missing(self) -> str:
        return _("Isi angka “%s”.")

    def keys(self, item, given: Given) -> set:
        return {given.number}

    def key(self, item, value: str):
        return decimal_of(value)


class YesNo(Kind):
    part = "yes"

    def told(self, item, given: Given) -> str:
        return _("ya") if given.yes else _("tidak")

    def keys(self, item, given: Given) -> set:
        return {given.yes}

    def key(self, item, value: str):
        return {"ya": True, "tidak": False}.get(value.strip().casefold())


class Choice(Kind):
    """One of the choices of the item, told by their texts."""

    part = "choices"

    def _refusal(self, item, given: Given) -> str:
        if not given.choices <= {choice.pk for choice in item.choices.all()}:
            return _("Pilih dari pilihan yang ada.")
        return ""

    def told(self, item, given: Given) -> str:
        return "; ".join(c.text for c in item.choices.all() if c.pk in given.choices)

    def missing(self) -> str:
        return _("Pilih jawaban “%s”.")

    def keys(self, item, given: Given) -> set:
        return set(given.choices)

    def key(self, item, value: str):
        wanted = value.strip().casefold()
        return next((c.pk for c in item.choices.all() if c.text.casefold() == wanted), None)


class OneChoice(Choice):
    def _refusal(self, item, given: Given) -> str:
        if len(given.choices) > 1:
            return _("Pilih satu saja.")
        return super()._refusal(item, given)


class Text(Kind):
    part = "text"
    has_note = False
    may_rule = False

    def is_answered(self, given: Given, photos: int = 0) -> bool:
        return bool(given.text.strip())

    def _refusal(self, item, given: Given) -> str:
        if len(given.text) > LONGEST_TEXT:
            return _("Jawaban paling panjang %d huruf.") % LONGEST_TEXT
        return ""

    def told(self, item, given: Given) -> str:
        return given.text

    def missing(self) -> str:
        return _("Tuliskan jawaban “%s”.")


class Photo(Kind):
    """Answered by evidence that is linked to the item."""

    part = "note"
    has_note = False
    may_rule = False

    def is_answered(self, given: Given, photos: int = 0) -> bool:
        return photos > 0

    def refusal(self, item, given: Given) -> str:
        return _("Jawaban ini tidak sesuai dengan jenis butirnya.") if given else ""

    def missing(self) -> str:
        return _("Unggah foto “%s”.")


KINDS = {
    ItemKind.RUBRIC: Rubric(),
    ItemKind.NUMBER: Number(),
    ItemKind.YES_NO: YesNo(),
    ItemKind.ONE: OneChoice(),
    ItemKind.MANY: Choice(),
    ItemKind.TEXT: Text(),
    ItemKind.PHOTO: Photo(),
}


CHOOSING = (ItemKind.ONE, ItemKind.MANY)


def kind_of(item) -> Kind:
    return KINDS[item.kind]


def decimal_of(value: str) -> Decimal | None:
    """A number as people write it, `12,5` or `12.5`; None for anything else.

    A dot before exactly three digits is a thousand to one reader and a decimal to another: None.
    """
    typed = value.strip()
    if not NUMBER.fullmatch(typed) or AMBIGUOUS.fullmatch(typed):
        return None
    return Decimal(typed.replace(",", "."))


def number_told(value: Decimal) -> str:
    """A number without the zeros that its column adds."""
    text = f"{value.normalize():f}"
    return number_format(text, use_l10n=True, force_grouping=True) if text != "-0" else "0"


def lines_of(text: str) -> list[str]:
    """The lines that hold something, without the spaces around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class ShownHow(models.TextChoices):
    """How the answer to an earlier item decides whether an item is shown."""

    EQUAL = "sama", gettext_lazy("sama dengan")
    ONE_OF = "salah_satu", gettext_lazy("salah satu dari")
    AT_LEAST = "minimal", gettext_lazy("paling sedikit")


def holds(item, source, given: Given) -> bool:
    """Whether the answer to `source` shows `item`; an unanswered source shows nothing."""
    kind = kind_of(source)
    if not kind.is_answered(given):
        return False
    wanted = [kind.key(source, value) for value in lines_of(item.shown_value)]
    found = kind.keys(source, given)
    if item.shown_how == ShownHow.AT_LEAST:
        return any(want is not None and got >= want for want in wanted for got in found)
    return any(want in found for want in wanted if want is not None)


def shown_among(items: Iterable, answers: dict[int, Given]) -> set[int]:
    """The keys of the items that are asked, given the answers; `items` stand in their order.

    An item without a rule is asked; one with a rule is asked when the earlier item that it names is
    asked itself and its answer holds.
    """
    shown, by_key = set(), {}
    for item in items:
        by_key[item.pk] = item
        source = by_key.get(item.shown_if_id)
        asked = not item.shown_how or (
            source is not None
            and source.pk in shown
            and holds(item, source, answers.get(source.pk, NOTHING))
        )
        if asked:
            shown.add(item.pk)
    return shown
