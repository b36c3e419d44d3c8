"""The pages of instruments: the list, a version as facilitators see it, its states, and files."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.filters.instruments import InstrumentFilter
from mentoring.forms.instruments import InstrumentEditForm, InstrumentFileForm, InstrumentForm
from mentoring.imports import instrument_files
from mentoring.imports.instruments import Faulty
from mentoring.models import Instrument, ItemKind
from mentoring.operations.instruments import (
    delete_draft,
    edit_instrument,
    make_version,
    new_version,
    publish,
    retire,
)
from mentoring.queries.blueprints import Blueprint, blueprint_of, problems_in
from mentoring.queries.instruments import (
    for_list,
    history_of_instrument,
    versions_of,
    with_items,
)
from mentoring.tables.instruments import COLUMNS
from portal.access import may
from portal.exports import XLSX
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused
from portal.views import create_once

KEEP = "mentoring.keep_instruments"
FILES = {
    "json": ("application/json", instrument_files.as_json),
    "xlsx": (XLSX, instrument_files.as_workbook),
}
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may(KEEP)
def instruments(request: HttpRequest) -> HttpResponse:
    """All versions of all instruments."""
    rows = for_list(request.user)
    listing = ListPage(request, rows, columns=COLUMNS, filters=InstrumentFilter, order="nama")
    return render_list(
        request,
        "mentoring/instruments/list.html",
        listing,
        empty_title=_("Belum ada instrumen"),
        empty_text=_("Instrumen memuat butir yang dijawab pada kunjungan."),
        empty_url=reverse("mentoring:instrument-add"),
        empty_action=_("Buat instrumen"),
    )


@require_safe
@may(KEEP, Instrument)
def instrument(request: HttpRequest, instrument: Instrument) -> HttpResponse:
    """A version as facilitators see it; a draft with all that keeps it from being published."""
    context = {
        "instrument": with_items(instrument),
        "kinds": ItemKind.choices,
        "problems": problems_in(blueprint_of(instrument)) if instrument.is_draft else [],
        "versions": versions_of(instrument),
        "entries": history_of_instrument(instrument),
    }
    return render(request, "mentoring/instruments/page.html", context)


@form_page
@may(KEEP)
def instrument_add(request: HttpRequest) -> HttpResponse:
    """A new family of versions, empty."""
    form = InstrumentForm(request.POST if request.method == "POST" else None)
    page = {
        "heading": _("Buat instrumen"),
        "submit": _("Simpan instrumen"),
        "back": reverse("mentoring:instruments"),
        "trail": [place(), {"label": _("Buat instrumen")}],
    }
    if not form.is_bound:
        return show_form(request, form, page)

    def make() -> Instrument:
        data = form.cleaned_data
        return make_version(Blueprint(data["code"], data["name"], data["description"]))

    def say(_made: Instrument) -> None:
        messages.success(request, _("Instrumen dibuat. Sekarang tambahkan bagiannya."))

    return create_once(request, form, make, say=say) or show_form(request, form, page)


@form_page
@may(KEEP, Instrument)
def instrument_edit(request: HttpRequest, instrument: Instrument) -> HttpResponse:
    """Name and description of a draft."""
    data = request.POST if request.method == "POST" else None
    form = InstrumentEditForm(data, instance=instrument)
    return edit_page(request, form, page_of(instrument, _("Ubah nama")), edit_instrument)


@form_page
@may(KEEP)
def instrument_import(request: HttpRequest) -> HttpResponse:
    """Take in an instrument from a file as a draft; with faults nothing is written."""
    form = InstrumentFileForm(request.POST or None, request.FILES or None)
    faults: list = []

    def make() -> Instrument:
        try:
            return make_version(instrument_files.read(form.cleaned_data["file"].read()))
        except Faulty as faulty:
            faults.extend(faulty.faults)
            raise

    def say(made: Instrument) -> None:
        messages.success(request, _("%s diterima sebagai draf.") % made)

    if request.method == "POST":
        done = create_once(request, form, make, say=say, beside="file")
        if done:
            return done
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    context = {"form": form, "faults": faults}
    return render(request, "mentoring/instruments/import.html", context, status=status)


@require_safe
@may(KEEP, Instrument)
def instrument_export(request: HttpRequest, instrument: Instrument, kind: str) -> HttpResponse:
    """The version as a file that can be taken in again."""
    if kind not in FILES:
        raise Http404
    content_type, write = FILES[kind]
    response = HttpResponse(write(blueprint_of(instrument)), content_type=content_type)
    name = f"instrumen-{instrument.code}-{instrument.number}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@may(KEEP, Instrument)
def instrument_publish(request: HttpRequest, instrument: Instrument) -> HttpResponse:
    """Publish a draft as it was read; what keeps it back is listed on its page."""
    version = request.POST.get("version", "")
    seen = int(version) if version.isascii() and version.isdigit() else 0
    try:
        publish(instrument, version=seen)
    except Conflict:
        words = _("Draf ini berubah setelah Anda membukanya. Baca kembali, lalu terbitkan.")
        messages.error(request, words)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Instrumen terbit. Kunjungan baru memakai versi ini."))
    return redirect(instrument)


@require_POST
@may(KEEP, Instrument)
def instrument_retire(request: HttpRequest, instrument: Instrument) -> HttpResponse:
    """Take a published version out of use."""
    try:
        retire(instrument)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Versi ini ditarik. Kunjungan lama tetap memakainya."))
    return redirect(instrument)


@require_POST
@may(KEEP, Instrument)
def instrument_new_version(request: HttpRequest, instrument: Instrument) -> HttpResponse:
    """A draft that starts as a copy of this version."""
    try:
        made = new_version(instrument)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(instrument)
    messages.success(request, _("Versi %d dibuat sebagai draf.") % made.number)
    return redirect(made)


@form_page
@may(KEEP, Instrument)
def instrument_delete(request: HttpRequest, instrument: Instrument) -> HttpResponse:
    """Remove a draft, after asking."""
    if request.method != "POST":
        return ask_delete(request, instrument, str(instrument))
    try:
        delete_draft(instrument)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(instrument)
    messages.success(request, _("Draf dihapus."))
    return redirect("mentoring:instruments")


def place() -> dict:
    return {"label": _("Instrumen"), "url": reverse("mentoring:instruments")}


def page_of(instrument: Instrument, heading: str) -> dict:
    """What a form page of a version says around its form."""
    url = instrument.get_absolute_url()
    return {
        "heading": heading,
        "lead": str(instrument),
        "submit": _("Simpan"),
        "back": url,
        "trail": [place(), {"label": str(instrument), "url": url}, {"label": heading}],
    }


def ask_delete(request: HttpRequest, instrument: Instrument, what: str) -> HttpResponse:
    heading = _("Hapus “%s”?") % what
    context = page_of(instrument, _("Hapus")) | {"heading": heading}
    return render(request, "mentoring/instruments/delete.html", context)


def show_form(request: HttpRequest, form, page: dict, *, status: int | None = None):
    status = status or (HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK)
    return render(request, "pieces/form_page.html", page | {"form": form}, status=status)


def edit_page(request: HttpRequest, form, page: dict, operation, *more: str) -> HttpResponse:
    """Show the form, or save its record on top of the version that the editor saw.

    `more`: names of clean values that the operation takes beside the record.
    """
    if not form.is_valid():
        return show_form(request, form, page)
    given = {name: form.cleaned_data.get(name) for name in more}
    try:
        operation(form.save(commit=False), version=form.cleaned_data["version"], **given)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show_form(request, form, page)
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return show_form(request, form, page, status=HTTPStatus.CONFLICT)
    messages.success(request, _("Perubahan tersimpan."))
    return redirect(page["back"])
