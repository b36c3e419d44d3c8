"""Noting where the facilitator's device is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.forms.places import UNKNOWN, PlaceForm
from mentoring.models import Visit
from mentoring.operations.places import note_place
from mentoring.queries.places import distance_told
from portal.access import may
from portal.operations import Refused


@require_POST
@may("mentoring.note_place", Visit)
def visit_place(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep the position; without one the visit goes on all the same."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        messages.warning(request, UNKNOWN)
        return redirect(f"{visit.get_absolute_url()}#place")
    try:
        proof = note_place(visit, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Posisi dicatat: %s.") % distance_told(proof))
    return redirect(f"{visit.get_absolute_url()}#place")
