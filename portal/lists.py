"""A list page: a queryset narrowed to the reader, filtered, sorted and cut into pages by its URL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import django_filters
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.shortcuts import render
from django.utils.choices import flatten_choices
from django.utils.formats import date_format

PAGE_SIZE = 25


@dataclass(frozen=True)
class Column:
    """A column of a list.

    `show(row)` gives text (escaped) or safe HTML; `order` the fields that sort by it; the columns
    marked `on_phone` (three at most) remain when a row becomes a card.
    """

    name: str
    label: str
    show: Callable
    order: tuple[str, ...] = ()
    numeric: bool = False
    on_phone: bool = False


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
        filters: type[django_filters.FilterSet],
        order: str,
    ):
        self.request = request
        self.columns = columns
        self.filterset = filters(request.GET, queryset=queryset, request=request)
        self.default_order = order

    @cached_property
    def order(self) -> str:
        """The column sorted by, with a leading - when descending; the default for anything else."""
        asked = self.request.GET.get("urut", "")
        known = {column.name for column in self.columns if column.order}
        return asked if asked.removeprefix("-") in known else self.default_order

    @cached_property
    def queryset(self) -> QuerySet:
        """The filtered and sorted rows; a filter that is not valid is told beside it and left out."""
        column = next(c for c in self.columns if c.name == self.order.removeprefix("-"))
        fields = [*column.order, "pk"]
        if self.order.startswith("-"):
            fields = [f.removeprefix("-") if f.startswith("-") else f"-{f}" for f in fields]
        return self.filterset.qs.order_by(*fields)

    @cached_property
    def page(self) -> Page:
        return Paginator(self.queryset, PAGE_SIZE).get_page(self.request.GET.get("hal"))

    @cached_property
    def page_numbers(self) -> list[int | str]:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))

    def query(self, **changes) -> str:
        """The page's query string with some parameters set, or removed where None; page 1 again."""
        query: QueryDict = self.request.GET.copy()
        query.pop("hal", None)
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        for name in [name for name, value in query.items() if value == ""]:
            del query[name]
        return "?" + query.urlencode()

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
    def pages(self) -> list[dict]:
        """The page links; a gap has no link."""
        gap = self.page.paginator.ELLIPSIS
        return [
            {
                "number": number,
                "link": None if number == gap else self.query(hal=str(number)),
                "current": number == self.page.number,
            }
            for number in self.page_numbers
        ]

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
    def here(self) -> str:
        """The query string of this list: its filters and order."""
        return self.query()

    @property
    def cleared(self) -> str:
        """The address without filters, the order kept."""
        order = self.request.GET.get("urut")
        return f"?urut={order}" if order else "?"


def render_list(request: HttpRequest, template: str, listing: ListPage, **context):
    """The page of a list; only its results where htmx asks for them."""
    if request.htmx and not request.htmx.boosted and request.htmx.target == "list":
        return render(request, "pieces/list.html", {"list": listing, **context})
    return render(request, template, {"list": listing, **context})
