"""Pages of the regulations that the cooperation brings about: list, page, forms, steps, file."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from mentoring.filters.regulations import RegulationFilter
from mentoring.forms.regulations import RegulationAddForm, RegulationEditForm, StepForm
from mentoring.models import Agreement, Regulation
from mentoring.operations.regulations import (
    advance_regulation,
    edit_regulation,
    propose_regulation,
)
from mentoring.tables.regulations import COLUMNS
from mentoring.views.downloads import scan_download
from mentoring.views.form_pages import (
    carry_out,
    edit_record,
    form_page,
    make_record,
    page_under,
    sent,
)
from portal.access import may
from portal.history import history_of
from portal.lists import ListPage, render_list

HEADINGS = {
    Regulation.State.DISCUSSED: gettext_lazy("Mulai pembahasan"),
    Regulation.State.ENACTED: gettext_lazy("Catat penetapan"),
    Regulation.State.REVOKED: gettext_lazy("Catat pencabutan"),
}


@require_safe
@may("mentoring.list_regulations")
def regulations(request: HttpRequest) -> HttpResponse:
    """The regulations in the reader's scope."""
    visible = Regulation.objects.visible_to(request.user).select_related("agreement")
    listing = ListPage(
        request, visible, columns=COLUMNS, filters=RegulationFilter, order="-tanggal"
    )
    empty = {
        "empty_title": _("Belum ada regulasi"),
        "empty_text": _("Regulasi diusulkan dari halaman naskah kerja samanya."),
    }
    return render_list(request, "mentoring/regulations/list.html", listing, **empty)


@require_safe
@may("mentoring.view_regulation", Regulation)
def regulation(request: HttpRequest, regulation: Regulation) -> HttpResponse:
    """A regulation with its steps and history."""
    context = {
        "regulation": regulation,
        "agreement": regulation.agreement,
        "steps": regulation.steps.select_related("by"),
        "next_heading": HEADINGS.get(regulation.next_state),
        "entries": history_of(regulation),
    }
    return render(request, "mentoring/regulations/page.html", context)


@require_safe
@may("mentoring.view_regulation", Regulation)
def regulation_file(request: HttpRequest, regulation: Regulation) -> FileResponse:
    """The regulation's paper, as a download."""
    return scan_download(regulation.file, f"regulasi-{regulation.pk}")


@form_page
@may("mentoring.add_regulation", Agreement)
def regulation_add(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """Propose a regulation under an agreement."""
    form = RegulationAddForm(
        **sent(request),
        agreement=agreement,
        instance=Regulation(agreement=agreement),
        initial={"activity": request.GET.get("kegiatan")},
    )
    page = page_under(agreement, _("Usulkan regulasi"), _("Simpan usulan")) | {"multipart": True}

    def make() -> Regulation:
        on = form.cleaned_data["on"]
        return propose_regulation(form.save(commit=False), by=request.user, on=on)

    return make_record(request, form, page, make, _("Usulan regulasi tersimpan."))


@form_page
@may("mentoring.change_regulation", Regulation)
def regulation_edit(request: HttpRequest, regulation: Regulation) -> HttpResponse:
    """Edit a regulation, noticing who saved meanwhile."""
    form = RegulationEditForm(**sent(request), agreement=regulation.agreement, instance=regulation)
    page = _page_of(regulation, _("Ubah regulasi"), _("Simpan perubahan")) | {"multipart": True}
    return edit_record(
        request, form, page, lambda seen: edit_regulation(form.save(commit=False), version=seen)
    )


@form_page
@may("mentoring.change_regulation", Regulation)
def regulation_step(request: HttpRequest, regulation: Regulation) -> HttpResponse:
    """Take a regulation to its next state."""
    to = regulation.next_state
    if to is None:
        messages.info(request, _("Regulasi ini sudah dicabut."))
        return redirect(regulation)
    form = StepForm(**sent(request), regulation=regulation)
    page = _page_of(regulation, HEADINGS[to], HEADINGS[to])

    def step(**values) -> None:
        advance_regulation(regulation, by=request.user, **values)

    return carry_out(request, form, page, step, _("Langkah regulasi tersimpan."))


def _page_of(regulation: Regulation, heading: str, submit: str) -> dict:
    return page_under(regulation.agreement, heading, submit, regulation)
