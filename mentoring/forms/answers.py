"""The fields of a report's form that answer the items of the visit's instrument.

`score_{item}` for a rubric, `answer_{item}` for the others, `note_{item}` beside those that take a
note. What an answer may be is for the kind of the item to say (`models/kinds.py`).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mentoring.models import Given, InstrumentItem, ItemKind
from mentoring.models.kinds import (
    CHOOSING,
    LEVELS,
    LONGEST_NOTE,
    LONGEST_TEXT,
    NOTHING,
    decimal_of,
    kind_of,
    lines_of,
    number_told,
)
from mentoring.queries.answers import Line, Part
from mentoring.queries.reports import answer_anchor

YES_NO = [("ya", _("ya")), ("tidak", _("tidak"))]
AS_CHOSEN = {"ya": True, "tidak": False}


class NumberField(forms.CharField):
    """A number with a comma or a point for its decimals; clean gives a Decimal or None."""

    def __init__(self, **kwargs):
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "form-control"}
        super().__init__(max_length=20, widget=forms.TextInput(attrs=attrs), **kwargs)

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return f"{value.normalize():f}".replace(".", ",")

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        number = decimal_of(text)
        if number is None:
            raise ValidationError(
                _("Tulis angka saja, misalnya 12 atau 12,5, tanpa pemisah ribuan.")
            )
        return number


def _radio(choices, **kwargs) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=choices, empty_value=None, required=False, widget=forms.RadioSelect, **kwargs
    )


def _rubric(item: InstrumentItem) -> forms.Field:
    score = _radio([(n, str(n)) for n in LEVELS], coerce=int)
    score.error_messages["invalid_choice"] = _("Skor rubrik antara 1 dan 4.")
    return score


def _many(item: InstrumentItem) -> forms.Field:
    return forms.TypedMultipleChoiceField(
        choices=_choices(item), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )


def _text(item: InstrumentItem) -> forms.Field:
    box = forms.Textarea(attrs={"rows": 3, "class": "form-control"})
    return forms.CharField(max_length=LONGEST_TEXT, required=False, widget=box)


def _choices(item: InstrumentItem) -> list[tuple[int, str]]:
    return [(choice.pk, choice.text) for choice in item.choices.all()]


FIELDS = {
    ItemKind.RUBRIC: _rubric,
    ItemKind.NUMBER: lambda item: NumberField(required=False),
    ItemKind.YES_NO: lambda item: _radio(YES_NO),
    ItemKind.ONE: lambda item: _radio(_choices(item), coerce=int),
    ItemKind.MANY: _many,
    ItemKind.TEXT: _text,
}


def field_name(item: InstrumentItem) -> str:
    return f"{'score' if kind_of(item).is_scored else 'answer'}_{item.pk}"


def note_name(item: InstrumentItem) -> str:
    return f"note_{item.pk}"


def fields_of(line: Line) -> dict[str, tuple[forms.Field, object]]:
    """The fields that answer a line, by name, each with its initial value; a photo has none."""
    item, found = line.item, {}
    if item.kind in FIELDS:
        answer = FIELDS[item.kind](item)
        answer.label = item.text
        found[field_name(item)] = (answer, _as_field(item, line.given))
        if kind_of(item).has_note:
            note = forms.CharField(label=_("Catatan"), max_length=LONGEST_NOTE, required=False)
            note.widget.attrs["class"] = "form-control"
            found[note_name(item)] = (note, line.given.note)
    return found


def _as_field(item: InstrumentItem, given: Given):
    """A stored answer as its field takes it."""
    value = getattr(given, kind_of(item).part)
    if item.kind == ItemKind.YES_NO:
        return next((name for name, yes in AS_CHOSEN.items() if yes is value), None)
    if item.kind == ItemKind.ONE:
        return next(iter(value), None)
    return list(value) if item.kind == ItemKind.MANY else value


def given_in(item: InstrumentItem, data: dict) -> Given:
    """The answer to an item in the clean values of the form."""
    value = data.get(field_name(item))
    if item.kind == ItemKind.YES_NO:
        value = AS_CHOSEN.get(value)
    elif item.kind in CHOOSING:
        chosen = value if isinstance(value, list) else [value]
        value = frozenset(pk for pk in chosen if pk)
    elif item.kind == ItemKind.TEXT:
        value = (value or "").replace("\r\n", "\n")
    if item.kind == ItemKind.PHOTO:
        return NOTHING
    return Given(**{kind_of(item).part: value}, note=data.get(note_name(item)) or "")


@dataclass
class AnswerRow:
    """An item as the form shows it; `levels` pairs each radio with its description."""

    line: Line
    anchor: str
    answer: forms.BoundField | None
    note: forms.BoundField | None
    rule: str
    levels: list = field(default_factory=list)

    @property
    def item(self) -> InstrumentItem:
        return self.line.item

    @property
    def errors(self) -> list[str]:
        return [*(self.answer.errors if self.answer else [])]

    @property
    def limits(self) -> str:
        """The numbers that an answer may lie between, in words; empty where there is no limit."""
        low, high = self.item.minimum, self.item.maximum
        if low is not None and high is not None:
            return _("%(low)s sampai %(high)s") % {
                "low": number_told(low),
                "high": number_told(high),
            }
        if low is not None:
            return _("paling sedikit %s") % number_told(low)
        return _("paling banyak %s") % number_told(high) if high is not None else ""


def row_of(form: forms.BaseForm, line: Line, sources: dict[int, InstrumentItem]) -> AnswerRow:
    """The row of an item; `sources` are the items of the version by key, for its rule."""
    item = line.item
    answer = form[field_name(item)] if field_name(item) in form.fields else None
    note = form[note_name(item)] if note_name(item) in form.fields else None
    row = AnswerRow(line, answer_anchor(line), answer, note, rule_of(item, sources))
    if item.kind == ItemKind.RUBRIC:
        texts = [text for _level, text in item.levels]
        row.levels = list(zip(answer, texts, strict=True))
    return row


def rule_of(item: InstrumentItem, sources: dict[int, InstrumentItem]) -> str:
    """When an item is shown, for visit-items.js: the field that decides, how, and by which values."""
    source = sources.get(item.shown_if_id)
    if not item.shown_how or source is None:
        return ""
    keys = [kind_of(source).key(source, value) for value in lines_of(item.shown_value)]
    told = {True: "ya", False: "tidak"}
    values = [told[key] if isinstance(key, bool) else str(key) for key in keys if key is not None]
    return json.dumps({"field": field_name(source), "how": item.shown_how, "values": values})


class AnswersForm(forms.Form):
    """Some answers of a report, sent alone: those to the items that it names."""

    version = forms.IntegerField(min_value=1)
    editor = forms.UUIDField(required=False)

    def __init__(self, data, *, items: Iterable[InstrumentItem]):
        super().__init__(data)
        named = set(data.getlist("item"))
        self.items = [item for item in items if str(item.pk) in named]
        for item in self.items:
            for name, (answer, _initial) in fields_of(Line(item, NOTHING, (), True)).items():
                self.fields[name] = answer

    @property
    def answers(self) -> dict[int, Given]:
        """What was answered, by item."""
        return {item.pk: given_in(item, self.cleaned_data) for item in self.items}


def items_of(parts: list[Part]) -> dict[int, InstrumentItem]:
    """All items of a visit's instrument, by key."""
    return {line.item.pk: line.item for part in parts for line in part.lines}
