"""The page of schools that may stand twice, and what a person says about a pair."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.access import may
from portal.models import Area
from schools.forms.duplicates import DistrictForm, TwoSchoolsForm
from schools.models import DistinctPair, Merger, School
from schools.operations.duplicates import tell_apart, withdraw
from schools.queries.duplicates import districts_with_schools, likely_pairs

MOST_DISTRICTS = 60  # more are found by typing
MOST_MERGERS = 10


@require_safe
@may("schools.find_duplicates")
def duplicates(request: HttpRequest) -> HttpResponse:
    """Likely pairs of a kecamatan (`?district=`), or any two schools (`?first=…&second=…`)."""
    compared = TwoSchoolsForm(_asked(request, "second"), user=request.user)
    if compared.is_bound and compared.is_valid():
        return redirect(merge_url(compared.cleaned_data["first"], compared.cleaned_data["second"]))
    compared.initial["first"] = request.GET.get("first", "")
    chosen = DistrictForm(_asked(request, "district"), user=request.user)
    page = {"form": compared, "chosen": chosen}
    if chosen.is_bound and chosen.is_valid():
        page |= _of_district(request, chosen.cleaned_data["district"])
    else:
        districts = list(districts_with_schools(request.user)[: MOST_DISTRICTS + 1])
        page |= {
            "districts": districts if len(districts) <= MOST_DISTRICTS else [],
            "mergers": _newest_mergers(request),
        }
    wrong = compared.errors or chosen.errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "schools/duplicates/list.html", page, status=status)


@require_POST
@may("schools.tell_apart")
def pair_apart(request: HttpRequest) -> HttpResponse:
    """Two schools that look alike are not the same."""
    form = TwoSchoolsForm(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, _("Pasangan sekolah itu tidak ditemukan. Muat ulang daftarnya."))
        return redirect("schools:duplicates")
    pair = tell_apart(form.cleaned_data["first"], form.cleaned_data["second"], by=request.user)
    messages.success(request, _("Dicatat: %s bukan sekolah yang sama.") % _both(pair))
    return redirect(duplicates_url(pair.first.district_id))


@require_POST
@may("schools.tell_apart", DistinctPair)
def pair_withdraw(request: HttpRequest, pair: DistinctPair) -> HttpResponse:
    """Two schools that were told apart may be the same after all."""
    withdraw(pair)
    messages.success(request, _("%s akan diperiksa lagi sebagai duplikat.") % _both(pair))
    return redirect(duplicates_url(pair.first.district_id))


def merge_url(kept: School, absorbed: School) -> str:
    """The page that compares two schools and merges the second into the first."""
    page = reverse("schools:school-merge", args=[kept.npsn])
    return f"{page}?{urlencode({'dengan': absorbed.npsn})}"


def duplicates_url(district: str) -> str:
    """The likely pairs of the kecamatan with this code."""
    return f"{reverse('schools:duplicates')}?{urlencode({'district': district})}"


def _asked(request: HttpRequest, name: str):
    """The address's query where it holds `name`, for a form that is only read then."""
    return request.GET if name in request.GET else None


def _of_district(request: HttpRequest, district: Area) -> dict:
    schools = School.objects.visible_to(request.user)
    apart = DistinctPair.objects.visible_to(request.user).filter(first__district=district)
    pairs = likely_pairs(schools, district)
    return {
        "district": district,
        "pairs": [(pair, merge_url(pair.first, pair.second)) for pair in pairs],
        "apart": apart.select_related("first", "second", "by"),
    }


def _newest_mergers(request: HttpRequest):
    mergers = Merger.objects.visible_to(request.user).select_related("kept", "absorbed", "by")
    return mergers[:MOST_MERGERS]


def _both(pair: DistinctPair) -> str:
    return _("%(first)s dan %(second)s") % {"first": pair.first, "second": pair.second}
