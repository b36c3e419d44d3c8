"""Pages of a sorted queryset that begin after a row or end before one: the last is as fast as the first."""

from dataclasses import dataclass, field
from functools import cached_property

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import CharField, F, Func, Model, Q, QuerySet, Value
from django.db.models.lookups import GreaterThan, LessThan
from django.http import QueryDict

PAGE_SIZE = 25
COUNTED = 1000  # more rows than these are not counted
AFTER, BEFORE = "setelah", "sebelum"
END = "akhir"
FORMER = "hal"  # the numbered pages of old links
CURSORS = (AFTER, BEFORE, FORMER)


@dataclass(frozen=True)
class Page:
    """The rows of a page and whether there are others; `lost` where the page asked for is no more."""

    object_list: list
    has_previous: bool = False
    has_next: bool = False
    lost: bool = field(default=False, kw_only=True)

    @property
    def has_other_pages(self) -> bool:
        return self.has_previous or self.has_next

    @property
    def first(self) -> Model:
        return self.object_list[0]

    @property
    def last(self) -> Model:
        return self.object_list[-1]


class Row(Func):
    """Several values compared as one, in the order of an index."""

    template = "ROW(%(expressions)s)"
    output_field = CharField()


class Keyset:
    """A queryset sorted by `fields`, of which the last is unique, in pages.

    `known` holds every row that a page may begin after: the queryset before it was filtered.
    """

    def __init__(self, rows: QuerySet, fields: list[str], *, known: QuerySet):
        self.fields = fields
        self.rows = rows.order_by(*fields)
        self.known = known

    @cached_property
    def count(self) -> int:
        """How many rows there are; COUNTED + 1 stands for more than COUNTED."""
        return self.rows.order_by()[: COUNTED + 1].count()

    def page(self, query: QueryDict) -> Page:
        """The page that an address asks for; the first where it names none or one that is gone."""
        if query.get(BEFORE) == END:
            return self._last()
        page = None
        if AFTER in query:
            page = self._after(self._boundary(query[AFTER]))
        elif BEFORE in query:
            page = self._before(self._boundary(query[BEFORE]))
        return page or self._first(lost=any(name in query for name in CURSORS))

    def _first(self, *, lost: bool = False) -> Page:
        found = list(self.rows[: PAGE_SIZE + 1])
        return Page(found[:PAGE_SIZE], has_next=len(found) > PAGE_SIZE, lost=lost)

    def _last(self) -> Page:
        """The rows that are left over from full pages, where it is known how many."""
        left = PAGE_SIZE
        if self.count <= COUNTED:
            left = self.count % PAGE_SIZE or PAGE_SIZE
        found = list(self.rows.reverse()[: left + 1])
        return Page(found[:left][::-1], has_previous=len(found) > left)

    def _after(self, boundary: list | None) -> Page | None:
        if boundary is None:
            return None
        found = list(self.rows.filter(beyond(self.rows, self.fields, boundary))[: PAGE_SIZE + 1])
        if not found:
            return None
        return Page(found[:PAGE_SIZE], has_previous=True, has_next=len(found) > PAGE_SIZE)

    def _before(self, boundary: list | None) -> Page | None:
        if boundary is None:
            return None
        reversed_fields = [opposite(name) for name in self.fields]
        rows = self.rows.filter(beyond(self.rows, reversed_fields, boundary))
        found = list(rows.reverse()[: PAGE_SIZE + 1])
        if len(found) < PAGE_SIZE:
            return self._first()
        return Page(found[:PAGE_SIZE][::-1], has_previous=len(found) > PAGE_SIZE, has_next=True)

    def _boundary(self, text: str) -> list | None:
        """What the row with this primary key is sorted by; None where no such row is known."""
        try:
            key = self.known.model._meta.pk.to_python(text)
        except ValidationError:
            return None
        bare = self.known.select_related(None).prefetch_related(None).defer(None)
        names = [name.removeprefix("-") for name in self.fields]
        values = bare.filter(pk=key).order_by().values_list(*names).first()
        return None if values is None else list(values)


def opposite(name: str) -> str:
    """The field sorted the other way round."""
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"


def beyond(rows: QuerySet, fields: list[str], values: list) -> Q:
    """Condition "sorted after a row with these values", nulls last (first where descending).

    Fields that are never null and are sorted in one direction are compared as one row, which an
    index answers at any depth; the first alone as well, for an index of a joined table.
    """
    descending = {name.startswith("-") for name in fields}
    names = [name.removeprefix("-") for name in fields]
    if len(descending) == 1 and not any(is_nullable(rows.model, name) for name in names):
        compare, side = (LessThan, "lte") if descending == {True} else (GreaterThan, "gte")
        row = Q(compare(Row(*map(F, names)), Row(*map(Value, values))))
        return row & Q(**{f"{names[0]}__{side}": values[0]})
    condition = Q(pk__in=[])
    for name, value in reversed(list(zip(fields, values, strict=True))):
        bare = name.removeprefix("-")
        same = Q(**{f"{bare}__isnull": True}) if value is None else Q(**{bare: value})
        condition = _past(name, value) | (same & condition)
    return condition


def _past(name: str, value) -> Q:
    bare = name.removeprefix("-")
    if name.startswith("-"):
        return Q(**{f"{bare}__isnull": False} if value is None else {f"{bare}__lt": value})
    if value is None:
        return Q(pk__in=[])
    return Q(**{f"{bare}__gt": value}) | Q(**{f"{bare}__isnull": True})


def is_nullable(model: type[Model], path: str) -> bool:
    """Whether the column that `path` leads to may be null; annotations are taken for nullable."""
    for part in path.split("__"):
        try:
            found = model._meta.pk if part == "pk" else model._meta.get_field(part)
        except FieldDoesNotExist:
            return True
        if found.null:
            return True
        model = found.related_model or model
    return False
