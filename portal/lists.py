"""A list page: a queryset narrowed to the reader, filtered, sorted and cut into pages by its URL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.shortcuts import render
from django.utils.choices import flatten_choices
from django.utils.formats import date_format
from django.utils.http import urlencode

from portal.filters import ListFilter
from portal.keyset import AFTER, BEFORE, COUNTED, CURSORS, END, Keyset, Page, opposite

ORDER, COLUMNS = "urut", "kolom"


@dataclass(frozen=True)
class Column:
    """A column of a list.

    `show(row)` gives text (escaped) or safe HTML; `order` the fields that sort by it; the columns
    marked `on_phone` (three at most) remain when a row becomes a card. An `extra` column is shown
    where it is asked for; `needs` are the relations that it reads, fetched only then.
    """

    name: str
    label: str
    show: Callable
    order: tuple[str, ...] = ()
    numeric: bool = False
    on_phone: bool = False
    extra: bool = False
    needs: tuple[str, ...] = ()

    @property
    def css_class(self) -> str:
        return " ".join(["numeric"] * self.numeric + ["on-phone"] * self.on_phone)


@dataclass(frozen=True)
class Chip:
    """A filter in force: what it is called, its value, and the query string without it."""

    label: str
    value: str
    without: str


class ListPage:
    """Everything that `pieces/list.html` needs to show a list; all state is in the URL."""

    def __init__(
        self,
        request: HttpRequest,
        queryset: QuerySet,
        *,
        columns: list[Column],
        filters: type[ListFilter],
        order: str,
    ):
        self.request = request
        self.all_columns = columns
        self.columns = _chosen(columns, request.GET)
        self.filterset = filters(request.GET, queryset=queryset, request=request)
        self.default_order = order

    @cached_property
    def order(self) -> str:
        """The column sorted by, with a leading - when descending; the default for anything else."""
        asked = self.request.GET.get(ORDER, "")
        known = {column.name for column in self.all_columns if column.order}
        return asked if asked.removeprefix("-") in known else self.default_order

    @cached_property
    def queryset(self) -> QuerySet:
        """The filtered and sorted rows; a filter that is not valid is told beside it and left out."""
        return self.keyset.rows

    @cached_property
    def keyset(self) -> Keyset:
        column = next(c for c in self.all_columns if c.name == self.order.removeprefix("-"))
        fields = [*column.order, "pk"]
        if self.order.startswith("-"):
            fields = [opposite(name) for name in fields]
        needs = [relation for column in self.columns for relation in column.needs]
        rows = self.filterset.qs.prefetch_related(*needs)
        return Keyset(rows, fields, known=self.filterset.queryset)

    @cached_property
    def page(self) -> Page:
        return self.keyset.page(self.request.GET)

    @property
    def count(self) -> int:
        """How many rows there are, as far as they are counted."""
        return min(self._counted, COUNTED)

    @property
    def is_beyond_count(self) -> bool:
        """Whether there are more rows than are counted."""
        return self._counted > COUNTED

    @property
    def _counted(self) -> int:
        """The rows of the page where it holds all of them, else what the database counts."""
        return self.keyset.count if self.page.has_other_pages else len(self.page.object_list)

    def query(self, **changes) -> str:
        """The page's query string with some parameters set, or removed where None; the first page."""
        query = {name: values for name, values in self.request.GET.lists() if name not in CURSORS}
        query |= {name: [value] for name, value in changes.items()}
        pairs = [(name, value) for name, values in query.items() for value in values]
        return "?" + urlencode([pair for pair in pairs if pair[1] not in (None, "")])

    @property
    def headers(self) -> list[dict]:
        """Each column with the link that sorts by it and how it is sorted now."""
        headers = []
        for column in self.columns:
            descending = self.order == f"-{column.name}"
            ascending = self.order == column.name
            target = f"-{column.name}" if ascending else column.name
            headers.append(
                {
                    "column": column,
                    "link": self.query(urut=target) if column.order else None,
                    "sorted": "descending" if descending else "ascending" if ascending else None,
                }
            )
        return headers

    @property
    def first_url(self) -> str:
        return self.query()

    @property
    def previous_url(self) -> str:
        return self.query(**{BEFORE: self.page.first.pk})

    @property
    def next_url(self) -> str:
        return self.query(**{AFTER: self.page.last.pk})

    @property
    def last_url(self) -> str:
        return self.query(**{BEFORE: END})

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in force."""
        form = self.filterset.form
        if not form.is_bound or not form.is_valid():
            return []
        chips = []
        for name, field in form.fields.items():
            value = form.cleaned_data.get(name)
            if value in (None, "", []) or name not in form.data:
                continue
            choices = dict(flatten_choices(getattr(field, "choices", ()) or ()))
            shown = choices.get(form.data[name], value)
            if isinstance(shown, date):
                shown = date_format(shown)
            chips.append(Chip(str(field.label), str(shown), self.query(**{name: None})))
        return chips

    @property
    def redrawn(self) -> list:
        """The filters whose choices follow from what is chosen (`redrawn` of the ListFilter)."""
        form = self.filterset.form
        return [
            form[name] for name in getattr(self.filterset, "redrawn", []) if name in form.fields
        ]

    @property
    def here(self) -> str:
        """The query string of this list: its filters and order."""
        return self.query()

    @property
    def cleared(self) -> str:
        """The address without filters; order and columns are kept."""
        return self.query(**dict.fromkeys(self.filterset.form.fields))

    @property
    def look(self) -> list[tuple[str, str]]:
        """Order and columns as parameters, for the form of the filters."""
        return self._parameters(lambda name: name in (ORDER, COLUMNS))

    @property
    def but_columns(self) -> list[tuple[str, str]]:
        """Every parameter but the columns, for the form that chooses them."""
        return self._parameters(lambda name: name != COLUMNS and name not in CURSORS)

    def _parameters(self, wanted: Callable[[str], bool]) -> list[tuple[str, str]]:
        lists = self.request.GET.lists()
        return [
            (name, value) for name, values in lists if wanted(name) for value in values if value
        ]


def _chosen(columns: list[Column], query: QueryDict) -> list[Column]:
    """The columns asked for (`?kolom=npsn&kolom=alamat`), in their own order; the first stays."""
    asked = set(query.getlist(COLUMNS))
    chosen = [column for column in columns[1:] if column.name in asked]
    return columns[:1] + (chosen or [column for column in columns[1:] if not column.extra])


def render_list(request: HttpRequest, template: str, listing: ListPage, **context):
    """The page of a list; only its results where htmx asks for them."""
    if request.htmx and not request.htmx.boosted and request.htmx.target == "list":
        return render(request, "pieces/list.html", {"list": listing, "swapped": True, **context})
    return render(request, template, {"list": listing, **context})
