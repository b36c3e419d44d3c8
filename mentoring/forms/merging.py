"""How fields of a report that two people changed are told and asked about."""

from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from indicators.models import Indicator
from mentoring.models import Attendees, FollowUp, Given, InstrumentItem, Visit, VisitKind
from mentoring.models.kinds import kind_of
from mentoring.queries.merging import MINE, THEIRS, Asked, parts_of_report, plain, seen_of
from mentoring.queries.reports import Report

CLASH, CHOICE, SEEN = "clash", "pilih", "dilihat"


@dataclass(frozen=True)
class Clash:
    """A field that two people changed: both texts, and what the form sends about the choice."""

    name: str
    label: str
    mine: str
    theirs: str
    seen: str
    chosen: str = ""


def asked_in(data: QueryDict) -> dict[str, Asked]:
    """The decisions about clashes in what a form sent; one without a choice is not decided."""
    names = data.getlist(CLASH) if hasattr(data, "getlist") else []
    return {
        name: Asked(data.get(f"{CHOICE}-{name}", ""), data.get(f"{SEEN}-{name}", ""))
        for name in names
    }


class Words:
    """The words for fields of reports of one visit, by the names of queries/merging.py."""

    def __init__(self, items: dict[int, InstrumentItem], *reports: Report):
        self.items = items
        self.values = [parts_of_report(report) for report in reports]

    def keys(self, name: str) -> list[str]:
        """The fields that a name stands for: itself, or all of a row that one side has not."""
        if not name.startswith("follow_ups.") or name.count(".") > 1:
            return [name]
        return sorted({k for side in self.values for k in side if k.startswith(f"{name}.")})

    def label(self, name: str) -> str:
        sort, *rest = name.split(".")
        if sort == "people":
            spoken = _("laki-laki") if rest[1] == "men" else _("perempuan")
            return f"{Attendees.Part(rest[0]).label}, {spoken}"
        if sort == "indicators":
            return _("indikator yang dibahas")
        if sort == "answers":
            item = str(self.items.get(int(rest[0]), "–"))
            return _("catatan “%s”") % item if rest[1] == "note" else f"“{item}”"
        if sort == "follow_ups":
            return self._label_of_row(rest)
        return str(Visit._meta.get_field(name.removesuffix("_id")).verbose_name)

    def _label_of_row(self, rest: list[str]) -> str:
        key = f"follow_ups.{rest[0]}.description"
        description = next((side[key] for side in self.values if key in side), "–")
        row = _("tindak lanjut “%s”") % description
        if len(rest) == 1:
            return row
        field = FollowUp._meta.get_field(rest[1].removesuffix("_id"))
        return f"{row}: {field.verbose_name}"

    def told(self, name: str, side: int) -> str:
        """The value of a field in one of the reports, as people read it; – where there is none."""
        values = self.values[side]
        sort, *rest = name.split(".")
        if sort == "follow_ups" and len(rest) == 1:
            return str(values.get(f"{name}.description", _("dihapus")))
        value = values.get(name)
        if plain(value) is None:
            return "–"
        if sort == "indicators":
            return str(Indicator.objects.get(pk=rest[0]))
        if sort == "answers" and rest[1] != "note":
            return self._answer(int(rest[0]), value, rest[1])
        return _told(sort if not rest else rest[-1], value, sort)

    def _answer(self, pk: int, value, part: str) -> str:
        item = self.items[pk]
        given = Given(**{part: value})
        told = kind_of(item).told(item, given)
        return f"{value}: {told}" if part == "score" else told


def _told(field: str, value, sort: str) -> str:
    if hasattr(value, "hour"):
        return time_format(value, "TIME_FORMAT")
    if hasattr(value, "year"):
        return date_format(value, "DATE_FORMAT")
    if field == "kind_id":
        return str(VisitKind.objects.get(pk=value))
    model = FollowUp if sort == "follow_ups" else Visit
    names = {f.attname: f for f in model._meta.fields}
    if field in names and names[field].choices:
        return str(dict(names[field].flatchoices).get(value, value))
    if field in names and names[field].is_relation:
        return str(names[field].related_model._base_manager.filter(pk=value).first() or "–")
    return str(value)


def clashes_of(words: Words, names: tuple[str, ...], asked: dict[str, Asked]) -> list[Clash]:
    """Every clash with both texts; `words` holds the stored report first, then the typed one."""
    shown = []
    for name in names:
        stored = {key: plain(words.values[0].get(key)) for key in words.keys(name)}
        before = asked.get(name)
        chosen = before.choice if before and before.choice in (MINE, THEIRS) else ""
        shown.append(
            Clash(
                name,
                words.label(name),
                mine=words.told(name, 1),
                theirs=words.told(name, 0),
                seen=seen_of(stored),
                chosen=chosen,
            )
        )
    return shown


def changed_by_others(typed: Report, saved: Report) -> list[str]:
    """The names of the fields that the saved report holds otherwise than what was typed."""
    mine, now = parts_of_report(typed), parts_of_report(saved)
    names = dict.fromkeys([*mine, *now])
    return [name for name in names if plain(mine.get(name)) != plain(now.get(name))]


def values_of(form: forms.BaseForm, rows: forms.BaseFormSet) -> dict:
    """What the fields and rows of an unbound form hold, as visit-draft.js reads its page."""
    return {
        "fields": {bound.name: _texts(bound) for bound in form if not bound.is_hidden},
        "rows": [
            {bound.name: next(iter(_texts(bound)), "") for bound in row if bound.name != "DELETE"}
            for row in rows.initial_forms
        ],
    }


def _texts(bound: forms.BoundField) -> list[str]:
    value = bound.value()
    if isinstance(value, (list, tuple, set, frozenset)):
        return [str(one) for one in value]
    text = bound.field.widget.format_value(value)
    if isinstance(text, list):  # a choice, as its widget takes it
        return [one for one in text if one]
    return [] if text is None else [str(text)]
