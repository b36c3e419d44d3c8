"""The pages of follow-ups: the list, one follow-up, and the report on it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.filters.follow_ups import FollowUpFilter, PlaceFilter, Standing
from mentoring.forms.evidence import FollowUpEvidenceForm
from mentoring.forms.follow_ups import FollowUpReportForm
from mentoring.models import FollowUp
from mentoring.operations.follow_ups import (
    REPORTABLE,
    report_follow_up,
    why_not_verified_by,
)
from mentoring.queries.ageing import (
    BANDS,
    GROUPINGS,
    MOST_GROUPS,
    Aged,
    ageing,
    ageing_in_all,
)
from mentoring.queries.follow_ups import for_list, history_for, steps_of
from mentoring.tables.follow_ups import COLUMNS
from portal.access import may
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused


@require_safe
@may("mentoring.list_follow_ups")
def follow_ups(request: HttpRequest) -> HttpResponse:
    """What was agreed at the visits in the reader's scope."""
    listing = ListPage(
        request, for_list(request.user), columns=COLUMNS, filters=FollowUpFilter, order="status"
    )
    return render_list(
        request,
        "mentoring/follow_ups/list.html",
        listing,
        empty_title=_("Belum ada tindak lanjut"),
        empty_text=_(
            "Tindak lanjut disepakati pada kunjungan dan muncul setelah laporannya diajukan."
        ),
    )


@require_safe
@may("mentoring.list_follow_ups")
def follow_ups_ageing(request: HttpRequest) -> HttpResponse:
    """How late the overdue follow-ups are, by school, owner or indicator (`?menurut=`), in an area."""
    asked = request.GET.get("menurut")
    grouping = next((one for one in GROUPINGS if one.value == asked), GROUPINGS[0])
    overdue = FollowUp.objects.visible_to(request.user).overdue()
    places = PlaceFilter(request.GET, queryset=overdue, request=request)
    groups, inside = ageing(places.qs, grouping), places.chosen
    context = {
        "grouping": grouping,
        "groupings": GROUPINGS,
        "bands": BANDS,
        "filters": places.form,
        "area": inside.get("kecamatan", ""),
        "rows": [_linked(aged, inside) for aged in groups],
        "whole": _linked(ageing_in_all(places.qs), inside),
        "most": MOST_GROUPS if len(groups) == MOST_GROUPS else None,
    }
    return render(request, "mentoring/follow_ups/ageing.html", context)


def _linked(aged: Aged, inside: dict[str, str]) -> dict:
    """A line of the table: each number with the address of exactly its rows, `inside` the area."""
    base, own = reverse("mentoring:follow-ups"), inside | aged.filters
    filters = {**own, "keadaan": Standing.OVERDUE.value}
    cells = [
        (count, f"{base}?{urlencode({**own, 'terlambat': band.value})}")
        for band, count in zip(BANDS, aged.counts, strict=True)
    ]
    return {
        "name": aged.name,
        "cells": cells,
        "total": (aged.total, f"{base}?{urlencode(filters)}"),
    }


@require_safe
@may("mentoring.view_follow_up", FollowUp)
def follow_up(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """One follow-up with its steps, its evidence and its history."""
    related = (
        "visit__school",
        "visit__activity__clause",
        "indicator",
        "owner_person",
        "reported_by",
        "verified_by",
    )
    follow_up = FollowUp.objects.select_related(*related).get(pk=follow_up.pk)
    reportable = follow_up.visit.state in REPORTABLE
    context = {
        "follow_up": follow_up,
        "reportable": reportable and not follow_up.is_verified,
        "not_verified_because": why_not_verified_by(follow_up, request.user),
        "steps": list(steps_of(follow_up)),
        "evidence": list(follow_up.evidence.select_related("uploaded_by")),
        "evidence_form": FollowUpEvidenceForm(),
        "entries": history_for(request.user, follow_up),
    }
    return render(request, "mentoring/follow_ups/follow_up.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.report_follow_up", FollowUp)
def follow_up_report(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """How far a follow-up is, and what came of it."""
    if request.method != "POST" and follow_up.is_verified:
        messages.info(request, _("Tindak lanjut ini sudah diverifikasi."))
        return redirect(follow_up)
    form = FollowUpReportForm(
        request.POST if request.method == "POST" else None, instance=follow_up
    )
    status = HTTPStatus.OK
    if form.is_bound:
        status = _save(request, form)
        if status == HTTPStatus.OK:
            messages.success(request, _("Kemajuan tindak lanjut tersimpan."))
            return redirect(follow_up)
    context = {
        "form": form,
        "follow_up": follow_up,
        "heading": _("Laporkan kemajuan"),
        "lead": follow_up.description,
        "submit": _("Simpan kemajuan"),
        "back": follow_up.get_absolute_url(),
    }
    return render(request, "mentoring/follow_ups/report.html", context, status=status)


def _save(request: HttpRequest, form: FollowUpReportForm) -> HTTPStatus:
    """Save the report; 422 or 409 when it was not saved, and why stands in the form."""
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        report_follow_up(form.instance, by=request.user, **form.cleaned_data)
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return HTTPStatus.CONFLICT
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.OK
