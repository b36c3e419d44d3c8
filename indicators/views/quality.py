"""Data quality: the doubtful figures of an area and year, and what was said of them."""

from functools import partial

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from indicators.models import FindingAcceptance, Measurement, QualityRule
from indicators.quality.findings import MOST, findings_in, years
from indicators.quality.operations import accept_finding, take_back
from indicators.views import keeping
from indicators.views.asked import whole_number
from indicators.views.guards import of_area
from indicators.views.keeping import form_page, posted
from portal.access import may
from portal.forms import Laid, ReasonForm
from portal.models import Area
from portal.operations import Conflict, Refused

of_quality = partial(of_area, levels=[Area.Level.PROVINCE, Area.Level.CITY, Area.Level.DISTRICT])


@require_safe
@of_quality("indicators.view_quality")
def quality(request: HttpRequest, area: Area) -> HttpResponse:
    """The findings by rule (?tahun=), open ones first; what was accepted stands below with its reason."""
    year = _year_asked(request)
    groups = findings_in(area, year, request.user)
    context = {
        "area": area,
        "year": year,
        "years": years(),
        "groups": groups,
        "open": sum(len(group.open) for group in groups),
        "most": MOST,
    }
    return render(request, "indicators/quality/page.html", context)


def _year_asked(request: HttpRequest) -> int:
    typed = request.GET.get("tahun", "")
    year = whole_number(typed) if typed else years()[0]
    if year not in years():
        raise Http404
    return year


class AcceptForm(Laid, forms.Form):
    """Why a doubtful figure is right; the version that was read goes along."""

    reason = ReasonForm.base_fields["reason"]
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = gettext_lazy("Mengapa nilai ini benar")


@form_page
@may("indicators.settle_finding", Measurement)
def finding_accept(request: HttpRequest, measurement: Measurement, rule: str) -> HttpResponse:
    """Accepting a finding about a figure with a reason."""
    rule = get_object_or_404(QualityRule.objects.visible_to(request.user), code=rule)
    form = AcceptForm(posted(request), initial={"version": measurement.version})
    page = {
        "heading": _("Terima temuan"),
        "lead": f"{rule}: {measurement.place}, {measurement}",
        "submit": _("Terima"),
        "back": _page_of(measurement),
        "trail": [
            {"label": _("Mutu data"), "url": _page_of(measurement)},
            {"label": _("Terima temuan")},
        ],
    }
    if not form.is_valid():
        return keeping.show(request, form, page)
    data = form.cleaned_data
    try:
        accept_finding(
            rule, measurement, reason=data["reason"], version=data["version"], by=request.user
        )
    except (Conflict, Refused) as refusal:
        text = _("Nilai ini baru saja diubah. Muat ulang, lalu periksa lagi.")
        form.add_error(None, text if isinstance(refusal, Conflict) else str(refusal))
        return keeping.show(request, form, page)
    messages.success(request, _("Temuan diterima; alasannya tersimpan."))
    return redirect(_page_of(measurement))


@require_POST
@may("indicators.settle_acceptance", FindingAcceptance)
def acceptance_take_back(request: HttpRequest, acceptance: FindingAcceptance) -> HttpResponse:
    """The finding is open again."""
    take_back(acceptance)
    messages.success(request, _("Temuan dibuka lagi."))
    return redirect(_page_of(acceptance.measurement))


def _page_of(measurement: Measurement) -> str:
    """The page of the city (or province) and year of a figure."""
    place = measurement.place
    code = measurement.area_id or place.district_id[:5]
    return f"{reverse('indicators:quality', args=[code])}?tahun={measurement.year}"
