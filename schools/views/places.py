"""The map of schools: its page, its points, its boundaries."""

from http import HTTPStatus

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.access import may
from portal.lists import ListPage
from portal.models import Area
from schools.boundaries import doubts, features
from schools.filters import SchoolFilter, day_asked
from schools.models import Stage
from schools.queries.places import DEEPEST_ZOOM, Box, clusters, extent, tally
from schools.tables import COLUMNS, rows_for


class ViewForm(forms.Form):
    """The part of the map that a browser shows."""

    west = forms.DecimalField(min_value=-180, max_value=180)
    south = forms.DecimalField(min_value=-90, max_value=90)
    east = forms.DecimalField(min_value=-180, max_value=180)
    north = forms.DecimalField(min_value=-90, max_value=90)
    zoom = forms.IntegerField(
        validators=[MinValueValidator(0), MaxValueValidator(DEEPEST_ZOOM)],
    )

    @property
    def box(self) -> Box:
        return Box(*(self.cleaned_data[side] for side in ("west", "south", "east", "north")))


@require_safe
@may("schools.list_schools")
def school_map(request: HttpRequest) -> HttpResponse:
    """The map of the schools that the list's filters leave, and a table that says the same."""
    listing = _listing(request)
    schools = listing.filterset.qs
    rows = tally(schools, _within(request, listing))
    page = {
        "list": listing,
        "extent": extent(schools),
        "tally": rows,
        "total": sum(row["total"] for row in rows),
        "pointless": sum(row["pointless"] for row in rows),
        "stages": Stage,
        "doubts": doubts(schools.filter(district__in=_bounded()).select_related("district")),
        "tiles_url": settings.MAP_TILES_URL,
        "tiles_credit": settings.MAP_TILES_CREDIT,
    }
    if request.htmx and request.htmx.target == "list":
        return render(request, "schools/map/results.html", page | {"swapped": True})
    return render(request, "schools/map/map.html", page)


@require_safe
@may("schools.list_schools")
def map_points(request: HttpRequest) -> HttpResponse:
    """The points of one part of the map as JSON: single schools, and clusters of several."""
    form = ViewForm(request.GET)
    if not form.is_valid():
        message = _("Bagian peta yang diminta tidak terbaca. Muat ulang halaman ini.")
        return JsonResponse({"error": message}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    schools = _listing(request).filterset.qs
    found = clusters(schools, form.box, form.cleaned_data["zoom"])
    return JsonResponse({"points": [_point(cluster) for cluster in found]})


@require_safe
@cache_control(private=True, max_age=24 * 3600)
@may("schools.list_schools")
def map_boundaries(request: HttpRequest, level: str) -> HttpResponse:
    """The shipped boundaries of a level (`district` or `village`) as GeoJSON."""
    return JsonResponse({"type": "FeatureCollection", "features": features(level)})


def _listing(request: HttpRequest) -> ListPage:
    rows = rows_for(request.user, on=day_asked(request.GET))
    return ListPage(request, rows, columns=COLUMNS, filters=SchoolFilter, order="nama")


def _within(request: HttpRequest, listing: ListPage) -> str:
    """The code of the area that the page shows: the one chosen, else the reader's own."""
    form = listing.filterset.form
    chosen = form.cleaned_data.get("kecamatan") if form.is_valid() else ""
    return chosen or request.user.area_id or ""


def _bounded() -> list[str]:
    """The codes of the kecamatan that have a boundary."""
    return [feature["properties"]["kode"] for feature in features(Area.Level.DISTRICT)]


def _point(cluster: dict) -> dict:
    """What the browser needs of a cluster."""
    point = {
        "lat": cluster["lat"],
        "lng": cluster["lng"],
        "count": cluster["count"],
        "stages": {stage.value: cluster[stage.value] for stage in Stage if cluster[stage.value]},
    }
    named = cluster.get("schools", [])
    if cluster["count"] == 1:
        named = [{"npsn": cluster["first_npsn"], "name": cluster["first_name"]}]
    point["schools"] = [
        {"name": one["name"], "url": reverse("schools:school", args=[one["npsn"]])} for one in named
    ]
    return point
