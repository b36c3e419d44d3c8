"""Tags that every template may use."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django import template
from django.conf import settings
from django.utils import formats, timezone
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@lru_cache(maxsize=256)
def _svg(name: str) -> SafeString:
    path = settings.BASE_DIR / "node_modules" / "bootstrap-icons" / "icons" / f"{name}.svg"
    drawing = path.read_text().replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return mark_safe(drawing)  # noqa: S308  (a file of a pinned package, named by our own templates)


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of bootstrap-icons, drawn in the text's colour and silent for screen readers."""
    return _svg(name)


@register.filter
def day(value: date | datetime | None) -> str:
    """A date as people say it: hari ini, kemarin, besok, else 2 November 2022; – for none."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    distance = (value - timezone.localdate()).days
    spoken = {0: _("hari ini"), -1: _("kemarin"), 1: _("besok")}
    return spoken.get(distance) or formats.date_format(value, "DATE_FORMAT")


@register.filter
def clock(value) -> str:
    """A time of day with its zone: 09.32 WITA."""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return f"{formats.time_format(value, 'H.i')} WITA" if value else "–"


@register.filter
def number(value: Decimal | int | None, places: int | None = None) -> str:
    """1.234.567,89 – at most two decimals, or exactly `places`; – for none."""
    if value is None:
        return "–"
    if places is None:
        text = formats.number_format(round(Decimal(value), 2), use_l10n=True, force_grouping=True)
        return text.rstrip("0").rstrip(",") if "," in text else text
    # number_format cuts decimals off, it does not round.
    rounded = round(Decimal(value), places)
    return formats.number_format(rounded, places, use_l10n=True, force_grouping=True)


@register.simple_tag(takes_context=True)
def may(context, permission: str, obj=None) -> bool:
    """`{% may "mentoring.submit_visit" visit as can_submit %}`: ask a rule by name."""
    return context["request"].user.has_perm(permission, obj)


@register.simple_tag
def table_rows(columns, rows, ticked_as: str = "") -> SafeString:
    """The rows of a list; the first cell of a row leads to its own page, if it has one.

    `ticked_as` names boxes before the first cells that choose rows for the form `bulk`.

    In Python, because a list draws hundreds of cells and templates take their time for each.
    """
    first, *others = columns
    starts = [
        (
            format_html('<td data-label="{}" class="{}">', column.label, column.css_class),
            column.show,
        )
        for column in others
    ]
    drawn, choose = [], _("Pilih")
    for row in rows:
        shown = conditional_escape(first.show(row))
        if hasattr(row, "get_absolute_url"):
            shown = f'<a href="{escape(row.get_absolute_url())}">{shown}</a>'
        else:
            shown = f"<strong>{shown}</strong>"
        if ticked_as:
            label = escape(f"{choose} {row}")
            box = f'<input class="tick" type="checkbox" form="bulk" name="{ticked_as}" '
            shown = f'{box}value="{row.pk}" aria-label="{label}"> {shown}'
        cells = "</td>".join([f"{start}{conditional_escape(show(row))}" for start, show in starts])
        drawn.append(f'<tr><th scope="row" class="on-phone">{shown}</th>{cells}</td></tr>')
    return mark_safe("\n".join(drawn))  # noqa: S308  (every part is escaped right here)


@register.simple_tag
def filter_field(field, first: bool = False, swapped: bool = False) -> SafeString:
    """A filter of a list with its label and error; `swapped` where htmx puts it over the one before."""
    swap = SafeString(' hx-swap-oob="true"') if swapped else ""
    error = format_html('<p class="field-error">{}</p>', field.errors[0]) if field.errors else ""
    return format_html(
        '<div class="filter{}" id="filter-{}"{}><label for="{}">{}</label>{}{}</div>',
        " filter-first" if first else "",
        field.html_name,
        swap,
        field.id_for_label,
        field.label,
        field.as_widget(),
        error,
    )


@register.simple_tag
def column_boxes(listing) -> SafeString:
    """A box for each column that may be left out of a list, ticked where it is shown."""
    shown = {column.name for column in listing.columns}
    boxes = '<label><input type="checkbox" name="kolom" value="{}"{}> {}</label>'
    checked = SafeString(" checked")
    choosable = listing.all_columns[1:]
    return format_html_join(
        "", boxes, ((c.name, checked if c.name in shown else "", c.label) for c in choosable)
    )


@register.simple_tag
def query(listing, **changes) -> str:
    """`{% query list jenjang="sd" %}`: the query string of a ListPage with some parameters set."""
    return listing.query(**changes)


@register.simple_tag
def badge(tone: str, icon_name: str, label: str) -> SafeString:
    """A status badge: word, icon and colour (tone: good, middle, bad, info, quiet)."""
    return format_html('<span class="status status-{}">{} {}</span>', tone, _svg(icon_name), label)


@register.simple_tag
def crumbs(*labels_and_urls) -> list[dict]:
    """`{% crumbs "Sekolah" list_url school.name as trail %}`: labels, each but the last with its URL."""
    pairs = zip(labels_and_urls[::2], [*labels_and_urls[1::2], ""], strict=False)
    return [{"label": label, "url": url} for label, url in pairs]


@register.simple_tag
def scope_of(user) -> str:
    """The user's scope in words: an area, the whole nation, or the school of the account."""
    if user.area_id:
        return user.area.name
    account = getattr(user, "school_account", None)
    if account:
        return account.school.name
    return _("seluruh Indonesia") if user.is_staff else _("belum ada sekolah")
