"""Many schools changed at once: ticked in the list, asked, shown beforehand, done."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from portal.access import may
from portal.operations import Refused
from schools.filters import SchoolFilter, day_asked
from schools.forms.bulk import MOST_CHOSEN, ChosenForm, CohortForm, MoveForm
from schools.models import Membership, School
from schools.operations import schools as operations

MADE = "bulk_made"  # in the session: the memberships that the last bulk change made


@dataclass(frozen=True)
class Kind:
    """A change of many schools: its form, the schools that it leaves as they are, and its doing."""

    title: str
    form: type[ChosenForm]
    left: Callable[[QuerySet[School], dict], QuerySet[School]]
    left_because: str
    carry_out: Callable[..., int]
    made: Callable[[QuerySet[School], dict], QuerySet[Membership]] | None = None  # to be undone


def _members(schools: QuerySet[School], values: dict) -> QuerySet[School]:
    same = Membership.objects.filter(programme=values["programme"], cohort=values["cohort"])
    return schools.filter(pk__in=same.values("school"))


def _memberships(schools: QuerySet[School], values: dict) -> QuerySet[Membership]:
    same = Membership.objects.filter(programme=values["programme"], cohort=values["cohort"])
    return same.filter(school__in=schools)


def _there(schools: QuerySet[School], values: dict) -> QuerySet[School]:
    return schools.filter(district=values["district"])


KINDS = {
    "program": Kind(
        gettext_lazy("Tambahkan ke program"),
        CohortForm,
        _members,
        gettext_lazy("sudah tercatat pada program dan angkatan itu"),
        operations.add_to_cohort,
        _memberships,
    ),
    "kecamatan": Kind(
        gettext_lazy("Pindahkan ke kecamatan"),
        MoveForm,
        _there,
        gettext_lazy("sudah di kecamatan itu"),
        operations.move_to_district,
    ),
}


@require_POST
@may("schools.change_many")
def bulk(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask, show what will change, and carry it out; nothing changes before the last step."""
    asked = KINDS[kind]
    if "langkah" not in request.POST:
        return _first(request, kind, asked)
    form = asked.form(request.POST, user=request.user)
    page = {"kind": kind, "asked": asked, "form": form, "most": MOST_CHOSEN}
    if not form.is_valid():
        return _render(request, page, HTTPStatus.UNPROCESSABLE_ENTITY)
    values = dict(form.cleaned_data)
    schools = _chosen(request, values.pop("sekolah"))
    left = asked.left(schools, values)
    members = set(left.values_list("pk", flat=True))
    page |= {"schools": schools, "left": left, "changing": schools.count() - left.count()}
    if request.POST["langkah"] != "simpan":
        return _render(request, page | {"is_preview": True})
    try:
        changed = asked.carry_out(schools, **values)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _render(request, page, HTTPStatus.UNPROCESSABLE_ENTITY)
    told = ngettext("%d sekolah diubah.", "%d sekolah diubah.", changed) % changed
    if changed and asked.made is not None:
        made = asked.made(schools.exclude(pk__in=members), values)
        told = _with_way_back(request, told, made)
    messages.success(request, told)
    return redirect("schools:schools")


def _with_way_back(request: HttpRequest, told: str, made: QuerySet[Membership]) -> str:
    """Keep what was made in the session, and lead to its undo beside the sentence."""
    request.session[MADE] = list(made.values_list("pk", flat=True))
    way_back = reverse("schools:bulk-undo")
    return format_html('{} <a href="{}">{}</a>', told, way_back, _("Batalkan"))


@require_http_methods(["GET", "HEAD", "POST"])
@may("schools.change_many")
def bulk_undo(request: HttpRequest) -> HttpResponse:
    """Take back the memberships that the reader has just given to many schools."""
    visible = Membership.objects.visible_to(request.user)
    made = visible.filter(pk__in=request.session.get(MADE, []))
    if request.method != "POST":
        rows = made.select_related("school", "programme")
        return render(request, "schools/schools/bulk_undo.html", {"memberships": rows})
    gone, left = operations.take_memberships_back(made)
    request.session.pop(MADE, None)
    told = ngettext("%d keanggotaan dihapus.", "%d keanggotaan dihapus.", gone) % gone
    if left:
        told = f"{told} {_('%d dibiarkan, karena sudah diubah sesudahnya.') % left}"
    messages.success(request, told)
    return redirect("schools:schools")


def _first(request: HttpRequest, kind: str, asked: Kind) -> HttpResponse:
    """The form, with the schools that were ticked or all that the list's filters leave."""
    keys = [
        int(key) for key in request.POST.getlist("sekolah") if key.isdecimal() and len(key) < 12
    ]
    if "semua" in request.POST:
        query = QueryDict(request.POST.get("daftar", "").removeprefix("?"))
        rows = School.objects.visible_to(request.user)
        found = SchoolFilter(query, queryset=rows, request=request).qs
        keys = list(found.order_by("pk").values_list("pk", flat=True)[: MOST_CHOSEN + 1])
        if day_asked(query):
            keys = []
    back = request.POST.get("daftar", "")
    if not keys or len(keys) > MOST_CHOSEN:
        told = _("Pilih 1 sampai %d sekolah dalam daftar hari ini.") % MOST_CHOSEN
        messages.error(request, told)
        return redirect(f"/sekolah/{back}" if back.startswith("?") else "schools:schools")
    schools = _chosen(request, keys)
    initial = {"sekolah": ",".join(str(school.pk) for school in schools)}
    form = asked.form(initial=initial, user=request.user)
    return _render(request, {"kind": kind, "asked": asked, "form": form, "schools": schools})


def _chosen(request: HttpRequest, keys: list[int]) -> QuerySet[School]:
    """The chosen schools that exist inside the person's scope."""
    inside = School.objects.visible_to(request.user).existing()
    return School.objects.filter(pk__in=inside.filter(pk__in=keys).values("pk")).defer("search")


def _render(request: HttpRequest, page: dict, status: int = HTTPStatus.OK) -> HttpResponse:
    return render(request, "schools/schools/bulk.html", page, status=status)
