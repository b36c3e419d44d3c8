"""A version of an instrument as one plain value, and what keeps it from being published.

The same value is copied into a new version, exported, imported and compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from mentoring.models import Instrument, InstrumentItem, ItemKind, ShownHow
from mentoring.models.kinds import CHOOSING, KINDS, LEVELS, decimal_of, lines_of


@dataclass(frozen=True)
class ItemPlan:
    """An item; `shown_if` is the code of another item, empty where that is gone."""

    code: str
    kind: str
    text: str
    help: str = ""
    required: bool = True
    weight: Decimal = Decimal(1)
    levels: tuple[str, str, str, str] = ("", "", "", "")
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    shown_if: str = ""
    shown_how: str = ""
    shown_value: str = ""


@dataclass(frozen=True)
class SectionPlan:
    title: str
    weight: Decimal = Decimal(1)
    items: tuple[ItemPlan, ...] = ()


@dataclass(frozen=True)
class Blueprint:
    code: str
    name: str
    description: str = ""
    sections: tuple[SectionPlan, ...] = ()

    @property
    def items(self) -> list[ItemPlan]:
        """All items in their order."""
        return [item for section in self.sections for item in section.items]


def blueprint_of(instrument: Instrument) -> Blueprint:
    """The version as it is stored now."""
    found = instrument.sections.prefetch_related("items__choices", "items__shown_if")
    return Blueprint(
        code=instrument.code,
        name=instrument.name,
        description=instrument.description,
        sections=tuple(
            SectionPlan(s.title, s.weight, tuple(_item_plan(item) for item in s.items.all()))
            for s in found
        ),
    )


def _item_plan(item: InstrumentItem) -> ItemPlan:
    alike = ("code", "kind", "text", "help", "required", "weight", "minimum", "maximum", "unit")
    return ItemPlan(
        **{name: getattr(item, name) for name in alike},
        levels=tuple(text for _level, text in item.levels),
        choices=tuple(choice.text for choice in item.choices.all()),
        shown_if=item.shown_if.code if item.shown_if else "",
        shown_how=item.shown_how,
        shown_value=item.shown_value,
    )


@dataclass(frozen=True)
class Problem:
    """What keeps a version from being published; `code` names the item, empty for the whole."""

    sentence: str
    code: str = ""


def problems_in(plan: Blueprint) -> list[Problem]:
    """Everything that keeps a version from being published, at once; empty when it may be."""
    return [*_problems_of_sections(plan), *_problems_of_items(plan), *_problems_of_rules(plan)]


def _problems_of_sections(plan: Blueprint) -> Iterator[Problem]:
    scored = any(
        section.weight > 0 and item.weight > 0 and KINDS[item.kind].is_scored
        for section in plan.sections
        for item in section.items
    )
    if not scored:
        yield Problem(_("Tambahkan setidaknya satu butir rubrik yang berbobot: belum ada skor."))
    for section in plan.sections:
        if not section.items:
            yield Problem(_("Bagian “%s” belum punya butir.") % section.title)


def _problems_of_items(plan: Blueprint) -> Iterator[Problem]:
    for item in plan.items:
        if item.kind == ItemKind.RUBRIC:
            for level, text in zip(LEVELS, item.levels, strict=True):
                if not text:
                    sentence = _("Tuliskan tingkat %(level)d butir “%(item)s”.")
                    yield Problem(sentence % {"level": level, "item": item.text}, item.code)
        if item.kind in CHOOSING:
            yield from _problems_of_choices(item)


def _problems_of_choices(item: ItemPlan) -> Iterator[Problem]:
    folded = [text.casefold() for text in item.choices]
    if len(set(folded)) < 2:
        yield Problem(_("Butir “%s” perlu sedikitnya dua pilihan.") % item.text, item.code)
    twice = [text for n, text in enumerate(item.choices) if folded[n] in folded[:n]]
    for text in twice:
        sentence = _("Pilihan “%(choice)s” tertulis dua kali pada butir “%(item)s”.")
        yield Problem(sentence % {"choice": text, "item": item.text}, item.code)


def _problems_of_rules(plan: Blueprint) -> Iterator[Problem]:
    by_code = {item.code: item for item in plan.items}
    place = {item.code: number for number, item in enumerate(plan.items)}
    circle = _in_circles(by_code)
    for item in plan.items:
        if not item.shown_how:
            continue
        source = by_code.get(item.shown_if)
        if source is None:
            sentence = _("Butir yang menentukan tampilnya “%s” tidak ada lagi.")
        elif item.code in circle:
            sentence = _("Syarat tampil butir “%s” berputar kembali ke butir itu sendiri.")
        elif place[source.code] >= place[item.code]:
            sentence = _("Butir “%s” tampil menurut butir yang baru ditanyakan sesudahnya.")
        elif not _rule_fits(item, source):
            sentence = _("Nilai syarat tampil butir “%s” bukan jawaban yang mungkin.")
        else:
            continue
        yield Problem(sentence % item.text, item.code)


def _in_circles(by_code: dict[str, ItemPlan]) -> set[str]:
    """The codes of the items whose rules lead back to themselves."""
    found = set()
    for code in by_code:
        seen, here = set(), by_code[code].shown_if
        while here in by_code and here not in seen:
            if here == code:
                found.add(code)
            seen.add(here)
            here = by_code[here].shown_if
    return found


def _rule_fits(item: ItemPlan, source: ItemPlan) -> bool:
    """Whether the answers to `source` can be compared with every value of the rule."""
    values = lines_of(item.shown_value)
    if not values or (item.shown_how != ShownHow.ONE_OF and len(values) > 1):
        return False
    if item.shown_how == ShownHow.AT_LEAST and source.kind not in (
        ItemKind.RUBRIC,
        ItemKind.NUMBER,
    ):
        return False
    return all(_is_answer(source, value) for value in values)


def _is_answer(source: ItemPlan, value: str) -> bool:
    if source.kind in CHOOSING:
        return value.casefold() in {text.casefold() for text in source.choices}
    if source.kind == ItemKind.NUMBER:
        return decimal_of(value) is not None
    return KINDS[source.kind].key(source, value) is not None
