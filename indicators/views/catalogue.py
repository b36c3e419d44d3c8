"""The catalogue of indicators, and one indicator's definition."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.bands import cut_offs
from indicators.filters import IndicatorFilter
from indicators.models import Indicator
from indicators.tables import CATALOGUE, levels
from portal.access import may
from portal.lists import ListPage, render_list


@require_safe
@may("indicators.view_indicator")
def catalogue(request: HttpRequest) -> HttpResponse:
    """All indicators of Rapor Pendidikan."""
    indicators = Indicator.objects.visible_to(request.user).with_code_order()
    listing = ListPage(
        request, indicators, columns=CATALOGUE, filters=IndicatorFilter, order="kode"
    )
    return render_list(
        request,
        "indicators/catalogue/list.html",
        listing,
        empty_title=_("Katalog masih kosong"),
        empty_text=_("Katalog dimuat dengan perintah load_reference saat portal dipasang."),
    )


@require_safe
@may("indicators.view_indicator", Indicator)
def indicator(request: HttpRequest, indicator: Indicator) -> HttpResponse:
    """An indicator: its fields, labels, cut-offs, sets, and those that share its code or parent."""
    visible = Indicator.objects.visible_to(request.user)
    parts = visible.filter(service=indicator.service, parent_code=indicator.code)
    parts = parts.with_code_order().order_by("code_order", "name")
    context = {
        "indicator": indicator,
        "levels": levels(indicator),
        "cut_offs": cut_offs(indicator),
        "sets": indicator.sets.visible_to(request.user),
        "namesakes": visible.filter(code=indicator.code).exclude(pk=indicator.pk),
        "parts": parts,
    }
    return render(request, "indicators/catalogue/indicator.html", context)
