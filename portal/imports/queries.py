"""Reading a batch: its rows with their difference, what the file lacks, what was edited since."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count, Expression, F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.history import readable
from portal.imports.evaluation import columns_of
from portal.imports.models import Batch, Outcome, StagedChange, StagedRow
from portal.imports.profiles import Profile, profile_of
from portal.templatetags.portal import number as localized

PAGE = 50
FEW = 20  # of the records that a file lacks, on the page of the import


@dataclass(frozen=True)
class Difference:
    """One field that a row would change: its label, and its value before and after in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class FaultyCell:
    """A cell with its faults, to be mended on the page."""

    name: str
    label: str
    text: str
    sentences: list[str]


@dataclass(frozen=True)
class RowView:
    """A staged row as a page shows it; `errors` of None are the row's."""

    number: int
    outcome: str
    cells: dict[str, str]
    errors: dict[str | None, list[str]]
    notes: list[str]
    skipped: bool
    file_wins: bool
    changes: list[Difference] = field(default_factory=list)
    title: str = ""
    faulty_cells: list[FaultyCell] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # of the columns, by name

    @property
    def whole_row_errors(self) -> list[str]:
        return self.errors.get(None, [])

    @property
    def filled(self) -> list[tuple[str, str]]:
        """The cells with a text: label of the column, text."""
        return [(self.labels[name], text) for name, text in self.cells.items() if text]


def rows_of(
    batch: Batch, *, outcome: str | None = None, after: int = 0, limit: int = PAGE
) -> list[RowView]:
    """The staged rows below row `after`, in the order of the file; four queries however many rows."""
    rows = StagedRow.objects.filter(batch=batch, number__gt=after).order_by("number")
    if outcome:
        rows = rows.filter(outcome=outcome)
    return _views(batch, rows[:limit])


def _views(batch: Batch, rows: QuerySet[StagedRow]) -> list[RowView]:
    profile, rows = profile_of(batch.kind), list(rows)
    others = _rows_of_same_key(batch, rows)
    changes = _changes(batch, profile, [row.number for row in rows])
    return [_view(profile, row, others, changes[row.number]) for row in rows]


def _view(profile: Profile, row: StagedRow, others: dict, changes: list[Difference]) -> RowView:
    cells = dict(zip((c.name for c in profile.columns), row.cells, strict=True))
    same = [str(number) for number in others.get(row.key, []) if number != row.number]
    errors = defaultdict(list)
    for code in row.errors:
        column = profile.column_of(code)
        words = {"value": cells.get(column, ""), "others": ", ".join(same)}
        errors[column].append(profile.sentence(code) % words)
    return RowView(
        number=row.number,
        outcome=row.outcome,
        cells=cells,
        errors=dict(errors),
        notes=[profile.sentence(code) % {"others": ", ".join(same)} for code in row.notes],
        skipped=row.skipped,
        file_wins=row.file_wins,
        changes=changes,
        labels={column.name: str(column.label) for column in profile.columns},
        title=", ".join(text for text in row.cells[: profile.titled_by] if text),
        faulty_cells=[
            FaultyCell(column.name, str(column.label), cells[column.name], errors[column.name])
            for column in profile.columns
            if column.name in errors
        ],
    )


def _rows_of_same_key(batch: Batch, rows: list[StagedRow]) -> dict[str, list[int]]:
    """The numbers of the rows that repeat the key of one of these."""
    keys = {row.key for row in rows if row.key and (row.errors or row.notes)}
    if not keys:
        return {}
    found = defaultdict(list)
    same = StagedRow.objects.filter(batch=batch, key__in=keys).order_by("number")
    for key, number in same.values_list("key", "number"):
        found[key].append(number)
    return found


def _changes(batch: Batch, profile: Profile, numbers: list[int]) -> dict[int, list[Difference]]:
    """What each row changes or begins with, and what foreign keys stand for: a query a relation."""
    targets = {target.name: columns_of(target) for target in profile.targets}
    staged = list(StagedChange.objects.filter(batch=batch, number__in=numbers))
    # What every new record gets, and the school that its row names, say nothing of the file.
    told = {t.name: {*t.new_values, *t.along, "school_id"} for t in profile.targets}
    written = {change.pk: change.written(batch) for change in staged}
    names = _names(targets, staged, written)
    found = defaultdict(list)
    for change in staged:
        for column, new in written[change.pk].items():
            if change.before is None and (new in (None, "") or column in told[change.target]):
                continue
            model_field = targets[change.target][column]
            old = (change.before or {}).get(column)
            found[change.number].append(
                Difference(
                    str(model_field.verbose_name),
                    _shown(model_field, old, names),
                    _shown(model_field, new, names),
                )
            )
    return found


def _names(targets: dict, staged: list[StagedChange], written: dict[int, dict]) -> dict[tuple, str]:
    wanted = defaultdict(set)
    for change in staged:
        for column, value in [*written[change.pk].items(), *(change.before or {}).items()]:
            model_field = targets[change.target][column]
            if model_field.is_relation and value is not None:
                wanted[model_field.related_model].add(value)
    return {
        (model, related.pk): str(related)
        for model, keys in wanted.items()
        for related in model._base_manager.filter(pk__in=keys)
    }


def _shown(model_field, value, names: dict) -> str:
    if model_field.is_relation and value is not None:
        return names.get((model_field.related_model, value), str(value))
    return readable(model_field, None if value is None else model_field.to_python(value))


def missing(batch: Batch) -> QuerySet | None:
    """The records that the file no longer holds, among those that it should (see the profile).

    They stay as they are: an import never deletes. None where the kind says nothing of it.
    """
    profile = profile_of(batch.kind)
    if not profile.missing:
        return None
    model = profile.targets[0].model
    known = {"batch": batch.pk, "area": batch.area_id}
    names = re.findall(r"%\((\w+)\)s", profile.missing)
    condition = re.sub(r"%\(\w+\)s", "%s", profile.missing)
    keys = RawSQL(  # noqa: S611  (the condition is code; what it asks of the batch are parameters)
        f"SELECT t.id FROM {model._meta.db_table} t WHERE {condition}", [known[n] for n in names]
    )
    return model._base_manager.filter(pk__in=keys)


def missing_columns_of(batch: Batch) -> dict[str, Expression]:
    """What a file of the missing records tells of each: what an import of this kind would write."""
    target = profile_of(batch.kind).targets[0]
    fields = [f for column, f in columns_of(target).items() if column in target.values]
    return {
        capfirst(str(f.verbose_name)): F(f"{f.name}__name" if f.is_relation else f.name)
        for f in fields
    }


@dataclass(frozen=True)
class ToSave:
    """What a commit would write, by sort of record, and how many rows it leaves out as open."""

    records: list[tuple[str, int, int]]  # what they are called, how many are new, how many change
    open: int

    @property
    def words(self) -> str:
        """As a person counts: "2 sekolah baru, 3 data tahunan baru, 1 sekolah berubah"."""
        new = [
            _("%(number)s %(thing)s baru") % _counted(n, thing)
            for thing, n, _c in self.records
            if n
        ]
        changed = [
            _("%(number)s %(thing)s berubah") % _counted(n, thing)
            for thing, _n, n in self.records
            if n
        ]
        return ", ".join(new + changed)


def _counted(count: int, thing: str) -> dict[str, str]:
    return {"number": localized(count), "thing": thing}


def to_save(batch: Batch) -> ToSave:
    """What a commit would write now. Two queries."""
    rows = StagedRow.objects.filter(batch=batch, skipped=False)
    going_in = rows.filter(outcome__in=[Outcome.NEW, Outcome.CHANGED])
    written = StagedChange.objects.filter(batch=batch, number__in=going_in.values("number"))
    counts = written.values_list("target").annotate(
        new=Count("pk", filter=Q(before__isnull=True)),
        changed=Count("pk", filter=Q(before__isnull=False)),
    )
    counted = {target: (new, changed) for target, new, changed in counts}
    return ToSave(
        records=[
            (str(target.model._meta.verbose_name), *counted.get(target.name, (0, 0)))
            for target in profile_of(batch.kind).targets
        ],
        open=rows.filter(outcome__in=[Outcome.ERROR, Outcome.CONFLICT]).count(),
    )


def mended(batch: Batch, rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows of the batch's file with the texts that people put into cells on the page."""
    positions = [batch.matching.get(column.name) for column in profile_of(batch.kind).columns]
    staged = StagedRow.objects.filter(batch=batch).order_by("number").values_list("number", "cells")
    coming = staged.iterator(chunk_size=2000)
    following = next(coming, None)
    for number, row in enumerate(rows, 1):
        if following and following[0] == number:
            row = row + [""] * (max(batch.matching.values()) + 1 - len(row))
            for position, text in zip(positions, following[1], strict=True):
                if position is not None and row[position].strip() != text:
                    row[position] = text
            following = next(coming, None)
        yield row


def faults(batch: Batch) -> dict[int, dict[int | None, list[str]]]:
    """The sentences of every faulty row: row → position in the file (None: the row) → sentences."""
    found = {}
    after = 0
    while rows := rows_of(batch, outcome=Outcome.ERROR, after=after, limit=1000):
        for row in rows:
            found[row.number] = {
                batch.matching.get(column): sentences for column, sentences in row.errors.items()
            }
        after = rows[-1].number
    return found
