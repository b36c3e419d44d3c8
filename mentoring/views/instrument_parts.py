"""Sections and items of a draft: added, edited, moved by buttons, removed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.forms.instruments import ItemEditForm, ItemForm, SectionEditForm, SectionForm
from mentoring.models import Instrument, InstrumentItem, InstrumentSection, ItemKind
from mentoring.operations.instruments import (
    add_item,
    add_section,
    delete_part,
    edit_part,
    move_item,
    move_section,
)
from mentoring.views.instruments import KEEP, ask_delete, edit_page, page_of, show_form
from portal.access import may
from portal.operations import Refused
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])
WAYS = {"naik": -1, "turun": 1}


@form_page
@may(KEEP, Instrument)
def section_add(request: HttpRequest, instrument: Instrument) -> HttpResponse:
    """A new section at the end."""
    data = request.POST if request.method == "POST" else None
    form = SectionForm(data, instance=InstrumentSection(instrument=instrument))
    page = page_of(instrument, _("Tambah bagian"))
    return _make(request, form, page, lambda: add_section(form.save(commit=False)))


@form_page
@may(KEEP, InstrumentSection)
def section_edit(request: HttpRequest, section: InstrumentSection) -> HttpResponse:
    """Title and weight of a section."""
    data = request.POST if request.method == "POST" else None
    form = SectionEditForm(data, instance=section)
    return edit_page(request, form, _page(section, _("Ubah bagian")), edit_part)


@form_page
@may(KEEP, InstrumentSection)
def section_delete(request: HttpRequest, section: InstrumentSection) -> HttpResponse:
    """Remove a section with its items, after asking."""
    return _delete(request, section)


@require_POST
@may(KEEP, InstrumentSection)
def section_move(request: HttpRequest, section: InstrumentSection) -> HttpResponse:
    """One place up or down."""
    return _move(request, section, move_section)


@form_page
@may(KEEP, InstrumentSection)
def item_add(request: HttpRequest, section: InstrumentSection, kind: str) -> HttpResponse:
    """A new item of a kind, at the end of its section."""
    if kind not in ItemKind.values:
        raise Http404
    data = request.POST if request.method == "POST" else None
    item = InstrumentItem(instrument=section.instrument, section=section, kind=kind)
    form = ItemForm(data, instance=item)
    page = _page(section, _("Tambah butir: %s") % item.get_kind_display())

    def make() -> InstrumentItem:
        return add_item(form.save(commit=False), choices=form.cleaned_data.get("choices", ()))

    return _make(request, form, page, make)


@form_page
@may(KEEP, InstrumentItem)
def item_edit(request: HttpRequest, item: InstrumentItem) -> HttpResponse:
    """An item of a draft."""
    data = request.POST if request.method == "POST" else None
    form = ItemEditForm(data, instance=item)
    page = _page(item, _("Ubah butir"))
    return edit_page(request, form, page, edit_part, "choices")


@form_page
@may(KEEP, InstrumentItem)
def item_delete(request: HttpRequest, item: InstrumentItem) -> HttpResponse:
    """Remove an item, after asking."""
    return _delete(request, item)


@require_POST
@may(KEEP, InstrumentItem)
def item_move(request: HttpRequest, item: InstrumentItem) -> HttpResponse:
    """One place up or down, into the next section at the end."""
    return _move(request, item, move_item)


def _address(part: InstrumentSection | InstrumentItem) -> str:
    """Where a part stands on the page of its version."""
    sort = "item" if isinstance(part, InstrumentItem) else "section"
    return f"{part.instrument.get_absolute_url()}#{sort}-{part.pk}"


def _page(part: InstrumentSection | InstrumentItem, heading: str) -> dict:
    return page_of(part.instrument, heading) | {"lead": str(part), "back": _address(part)}


def _make(request: HttpRequest, form, page: dict, make) -> HttpResponse:
    """Show the form, or add once what it asks for, and lead to where it stands."""
    if not form.is_bound:
        return show_form(request, form, page)

    def say(made) -> None:
        messages.success(request, _("“%s” ditambahkan.") % made)

    done = create_once(request, form, make, say=say, url_of=_address)
    return done or show_form(request, form, page)


def _delete(request: HttpRequest, part: InstrumentSection | InstrumentItem) -> HttpResponse:
    instrument = part.instrument
    if request.method != "POST":
        return ask_delete(request, instrument, str(part))
    words = str(part)
    try:
        delete_part(part)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%s” dihapus.") % words)
    return redirect(instrument)


def _move(request: HttpRequest, part, operation) -> HttpResponse:
    way = WAYS.get(request.POST.get("arah", ""))
    try:
        if way:
            operation(part, by=way)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(part))
