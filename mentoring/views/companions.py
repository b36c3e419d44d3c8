"""The second writers of a visit's report: chosen and let go by its facilitator."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.forms.visits import CompanionForm
from mentoring.models import Visit, VisitCompanion
from mentoring.operations.companions import add_companion, remove_companion
from portal.access import may
from portal.operations import Refused


@require_safe
@may("mentoring.view_visit_writers", Visit)
def companions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who writes the report with its facilitator, as a panel of the visit's page."""
    context = {"visit": visit, "writers": visit.co_writers.select_related("user")}
    if visit.is_open and request.user.has_perm("mentoring.choose_companions", visit):
        context["companion_form"] = CompanionForm(visit=visit)
    return render(request, "mentoring/visits/writers.html", context)


@require_POST
@may("mentoring.choose_companions", Visit)
def companion_add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Let another facilitator write the report."""
    form = CompanionForm(request.POST, visit=visit)
    if not form.is_valid():
        messages.error(request, _("Pilih fasilitator lain yang wilayahnya mencakup sekolah ini."))
        return redirect(f"{visit.get_absolute_url()}#writers")
    person = form.cleaned_data["user"]
    try:
        add_companion(visit, person, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%s kini ikut menulis laporan ini.") % person)
    return redirect(f"{visit.get_absolute_url()}#writers")


@require_POST
@may("mentoring.remove_companion", VisitCompanion)
def companion_remove(request: HttpRequest, companion: VisitCompanion) -> HttpResponse:
    """Let a second writer go."""
    visit = companion.visit
    try:
        remove_companion(companion, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%s tidak lagi ikut menulis.") % companion)
    return redirect(f"{visit.get_absolute_url()}#writers")
