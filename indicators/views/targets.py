"""Targets: the list, one target, and the forms that keep it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.figures import plain
from indicators.keeping.operations import add_record
from indicators.models import Indicator, Measurement, Target, held_by
from indicators.queries import page_of
from indicators.scope import areas_read_by
from indicators.targets import forms
from indicators.targets.lists import COLUMNS, TargetFilter
from indicators.targets.proposals import Proposal, proposal_of
from indicators.views import keeping
from indicators.views.asked import whole_number
from indicators.views.keeping import form_page, posted
from portal.access import may
from portal.charts import BarChart, Point
from portal.history import history_of
from portal.lists import ListPage, render_list
from portal.models import Area
from schools.models import School


@require_safe
@may("indicators.view_target")
def targets(request: HttpRequest) -> HttpResponse:
    """The targets that the reader may see, with how each stands."""
    visible = Target.objects.visible_to(request.user).with_standing()
    listing = ListPage(
        request,
        visible.select_related("indicator", "school", "area").defer("school__search"),
        columns=COLUMNS,
        filters=TargetFilter,
        order="indikator",
    )
    return render_list(
        request,
        "indicators/targets/list.html",
        listing,
        empty_title=_("Belum ada sasaran"),
        empty_text=_("Buka indikator sebuah sekolah atau wilayah, lalu pilih “Tetapkan sasaran”."),
    )


@require_safe
@may("indicators.view_target", Target)
def target(request: HttpRequest, target: Target) -> HttpResponse:
    """A target: its path year by year beside the figures, how it stands, and its history."""
    target = Target.objects.with_standing().get(pk=target.pk)
    found = Measurement.objects.of(target.place).filter(
        indicator=target.indicator, year__gte=target.baseline_year
    )
    figures = {one.year: one for one in found.select_related("indicator")}
    path = dict(target.path)
    years = sorted({*path, *figures})
    measured = [
        Point(str(year), figures[year].value if year in figures else None) for year in years
    ]
    context = {
        "target": target,
        "place_url": page_of(target.place),
        "rows": [(year, path.get(year), figures.get(year)) for year in years],
        "charts": [
            BarChart(_("Jalur"), [Point(str(year), path.get(year)) for year in years]),
            *([BarChart(_("Capaian"), measured)] if figures else []),
        ],
        "entries": history_of(target),
        "may_keep": request.user.has_perm("indicators.keep_targets", target),
    }
    return render(request, "indicators/targets/target.html", context)


@form_page
@may("indicators.keep_targets")
def target_add(request: HttpRequest) -> HttpResponse:
    """A new target of a place (?school=, ?area=) and indicator (?indicator=), with a proposal."""
    place = _place_asked(request)
    if place is None:
        return redirect("indicators:targets")  # says where one begins
    indicator = _indicator_asked(request)
    blank = Target(indicator=indicator, **held_by(place))
    if not request.user.has_perm("indicators.keep_targets", blank):
        raise PermissionDenied
    standing = Target.objects.of(place).filter(indicator=indicator).first()
    if standing and not request.POST:
        return redirect(standing)
    figures = Measurement.objects.of(place).filter(indicator=indicator).order_by("year")
    proposal = proposal_of(indicator, list(figures))
    form = forms.EnterTargetForm(posted(request), instance=blank, initial=_initial(proposal))
    page = _form_context(form, _("Tetapkan sasaran"), _("Simpan"), back=page_of(place))
    if proposal:
        page["lead"] = _told(blank, proposal)
    return keeping.enter(request, form, page, add=add_record, say=_say)


def _place_asked(request: HttpRequest) -> School | Area | None:
    npsn, code = request.GET.get("school"), request.GET.get("area")
    if npsn:
        return get_object_or_404(School.objects.visible_to(request.user), npsn=npsn)
    if code:
        return get_object_or_404(areas_read_by(request.user), pk=code)
    return None


def _indicator_asked(request: HttpRequest) -> Indicator:
    asked = whole_number(request.GET.get("indicator", ""))
    return get_object_or_404(Indicator.objects.visible_to(request.user), pk=asked)


def _initial(proposal: Proposal | None) -> dict:
    if proposal is None:
        return {}
    names = ("baseline_year", "baseline", "year", "value")
    return {name: getattr(proposal, name) for name in names}


def _told(target: Target, proposal: Proposal) -> str:
    return _(
        "%(place)s, %(indicator)s. Usulan di bawah: perubahan rata-rata %(yearly)s poin per tahun "
        "selama %(years)d tahun terakhir, diteruskan tiga tahun."
    ) % {
        "place": target.place,
        "indicator": target.indicator,
        "yearly": plain(proposal.yearly.quantize(proposal.value)),
        "years": proposal.years,
    }


@form_page
@may("indicators.keep_targets", Target)
def target_correct(request: HttpRequest, target: Target) -> HttpResponse:
    """A correction of a target with its reason."""
    form = forms.CorrectTargetForm(posted(request), instance=target)
    back = target.get_absolute_url()
    page = _form_context(form, _("Koreksi sasaran"), _("Simpan koreksi"), back=back)
    return keeping.correct(request, form, page, say=_say)


@form_page
@may("indicators.keep_targets", Target)
def target_remove(request: HttpRequest, target: Target) -> HttpResponse:
    """Taking a target out, with a reason."""
    form = forms.RemoveTargetForm(posted(request), instance=target)
    back = target.get_absolute_url()
    page = _form_context(form, _("Hapus sasaran"), _("Hapus"), back=back)
    return keeping.remove(request, form, page, leads_to=page_of(target.place))


def _form_context(form, heading: str, submit: str, *, back: str) -> dict:
    record = form.instance
    trail = [
        {"label": _("Indikator"), "url": reverse("indicators:overview")},
        {"label": str(record.place), "url": page_of(record.place)},
        {"label": heading},
    ]
    lead = f"{record.place}, {record.indicator}"
    return {"heading": heading, "lead": lead, "submit": submit, "back": back, "trail": trail}


def _say(request: HttpRequest, record: Target) -> None:
    messages.success(request, _("Sasaran tersimpan."))
