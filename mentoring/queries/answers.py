"""What a visit was asked and what was answered: by section, with the scores.

A score is the weighted mean of rubric levels and stands on their own scale, 1,00 to 4,00 – not
0–100, which would look like a figure of Rapor Pendidikan.

    section = Σ (weight of item × level) ÷ Σ weight of item
    total   = Σ (weight of section × score of section) ÷ Σ weight of section

Both sums run over what was asked and answered only: an item that is hidden by its rule, one without
an answer, and one of weight 0 are left out; a section without any scored answer is left out of the
total. Unanswered ones are counted beside the score. Nothing is rounded before it is shown; no
scored answer at all gives no score (None), not 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from mentoring.models import Evidence, Given, InstrumentItem, InstrumentSection, ItemKind, Visit
from mentoring.models.kinds import CHOOSING, NOTHING, kind_of, shown_among
from mentoring.queries.questions import questions_of


@dataclass(frozen=True)
class Line:
    """An item with what was answered; not `shown` where its rule hides it."""

    item: InstrumentItem
    given: Given
    photos: tuple[Evidence, ...]
    shown: bool

    @property
    def is_answered(self) -> bool:
        return kind_of(self.item).is_answered(self.given, len(self.photos))

    @property
    def told(self) -> str:
        """The answer as a page shows it; empty where there is none."""
        return kind_of(self.item).told(self.item, self.given) if self.is_answered else ""

    @property
    def counts(self) -> bool:
        """Whether its answer belongs into the score."""
        return self.shown and kind_of(self.item).is_scored and self.item.weight > 0


@dataclass(frozen=True)
class Part:
    """A section of the instrument with its lines."""

    section: InstrumentSection
    lines: list[Line]

    @property
    def shown(self) -> list[Line]:
        return [line for line in self.lines if line.shown]

    @property
    def score(self) -> Decimal | None:
        scored = [line for line in self.lines if line.counts and line.is_answered]
        return _mean((line.item.weight, Decimal(line.given.score)) for line in scored)

    @property
    def unscored(self) -> int:
        """How many items that count have no answer yet."""
        return sum(line.counts and not line.is_answered for line in self.lines)


def total_of(parts: list[Part]) -> Decimal | None:
    """The score of the whole visit, from 1 to 4; None while nothing is scored."""
    scored = [part for part in parts if part.score is not None]
    return _mean((part.section.weight, part.score) for part in scored)


def _mean(pairs: Iterable[tuple[Decimal, Decimal]]) -> Decimal | None:
    pairs = list(pairs)
    whole = sum(weight for weight, _value in pairs)
    return sum(weight * value for weight, value in pairs) / whole if whole else None


def asks_to_choose(visit: Visit) -> bool:
    """Whether the visit's instrument has items that are answered by choosing."""
    return any(item.kind in CHOOSING for item in questions_of(visit.instrument))


def answers_of(visit: Visit) -> dict[int, Given]:
    """What is stored for each answered item, by the item's key."""
    answers = {
        row.item_id: Given(row.score, row.note, row.number, row.yes, row.text)
        for row in visit.answers.all()
    }
    if not asks_to_choose(visit):
        return answers
    offered = _items_by_choice(questions_of(visit.instrument))
    for row in visit.chosen.all():
        item = offered[row.choice_id]
        given = answers.get(item, NOTHING)
        answers[item] = replace(given, choices=given.choices | {row.choice_id})
    return answers


def _photos_of(visit: Visit) -> dict[int, list[Evidence]]:
    """The photos that answer items, by item."""
    photos = {}
    for photo in visit.evidence.all():
        photos.setdefault(photo.item_id, []).append(photo)
    return photos


def _items_by_choice(items: Iterable[InstrumentItem]) -> dict[int, int]:
    return {
        choice.pk: item.pk
        for item in items
        if item.kind in CHOOSING
        for choice in item.choices.all()
    }


def parts_of(visit: Visit, answers: dict[int, Given] | None = None) -> list[Part]:
    """Every section of the visit's instrument with its items, answers and photos, in order.

    `answers`: those of the visit, where they are known already.
    """
    items = questions_of(visit.instrument)
    answers = answers_of(visit) if answers is None else answers
    photos = _photos_of(visit) if any(item.kind == ItemKind.PHOTO for item in items) else {}
    shown = shown_among(items, answers)
    lines = (
        Line(
            item,
            answers.get(item.pk, NOTHING),
            tuple(photos.get(item.pk, ())),
            item.pk in shown,
        )
        for item in items
    )
    by_section = groupby(lines, key=lambda line: line.item.section)
    return [Part(section, list(lines)) for section, lines in by_section]
