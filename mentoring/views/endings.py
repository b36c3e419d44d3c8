"""How an agreement ends or goes on: terminated with a reason, renewed by a new draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.forms.agreements import TerminationForm
from mentoring.models import Agreement
from mentoring.operations.endings import renew_agreement, terminate_agreement
from mentoring.views.form_pages import carry_out, form_page, page_under, sent
from portal.access import may
from portal.operations import Refused


@form_page
@may("mentoring.change_agreement", Agreement)
def agreement_end(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """End an agreement before its last day, with a reason."""
    form = TerminationForm(**sent(request))
    page = page_under(agreement, _("Putuskan naskah"), _("Putuskan naskah"))

    def step(**values) -> None:
        terminate_agreement(agreement, **values)

    return carry_out(request, form, page, step, _("Naskah diputus."))


@require_POST
@may("mentoring.change_agreement", Agreement)
def agreement_renew(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """Make the draft that takes the agreement's place; one that is there already is led to."""
    try:
        draft = renew_agreement(agreement)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(getattr(agreement, "renewal", agreement))
    messages.success(
        request, _("Draf pengganti dibuat: para pihak, klausul, dan kegiatan terbuka disalin.")
    )
    return redirect(draft)
