"""Pages of an activity: plan beside realisation, what was filed under it, its form and decisions."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.forms.work_plans import ActivityAddForm, ActivityEditForm, FilingForm
from mentoring.models import Activity, FollowUp, Regulation, Training, Visit, WorkPlan
from mentoring.operations.work_plans import (
    add_activity,
    drop_activity,
    edit_activity,
    file_visit,
    resume_activity,
)
from mentoring.queries.aims import aims_of
from mentoring.queries.work_plans import life_of, lines_of, to_choose_from
from mentoring.views.form_pages import (
    carry_out,
    edit_record,
    form_page,
    make_record,
    page_under,
    sent,
)
from portal.access import may
from portal.forms import ReasonForm
from portal.operations import Refused

PANEL_ROWS = 10
FORM = {"template": "mentoring/work_plans/activity_form.html"}


@require_safe
@may("mentoring.view_activity", Activity)
def activity(request: HttpRequest, activity: Activity) -> HttpResponse:
    """An activity: months, indicators with their newest figures, and what was filed under it."""
    [line] = lines_of(Activity.objects.filter(pk=activity.pk))
    agreement = line.activity.plan.agreement
    context = {
        "line": line,
        "activity": line.activity,
        "agreement": agreement,
        "aims": aims_of(agreement.area, [aim.indicator for aim in line.activity.aimed.all()]),
        "trainings": _trainings(request, activity),
        "regulations": Regulation.objects.visible_to(request.user).filter(activity=activity),
        "entries": life_of(activity),
    }
    return render(request, "mentoring/work_plans/activity.html", context)


def _trainings(request: HttpRequest, activity: Activity):
    trainings = Training.objects.visible_to(request.user).filter(activity=activity)
    return trainings.with_overview(request.user).order_by("first_day", "pk")


@require_safe
@may("mentoring.view_activity", Activity)
def activity_visits(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Part of an activity's page: the visits done for it, newest first."""
    visits = Visit.objects.visible_to(request.user).filter(activity=activity)
    visits = visits.select_related("school", "facilitator", "kind").order_by("-date", "-pk")
    return _panel(request, "mentoring/work_plans/visits.html", activity, visits)


@require_safe
@may("mentoring.view_activity", Activity)
def activity_follow_ups(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Part of an activity's page: what its visits agreed, the earliest due first."""
    agreed = FollowUp.objects.visible_to(request.user).agreed().filter(visit__activity=activity)
    agreed = agreed.select_related("visit__school", "indicator").order_by("due_on", "pk")
    return _panel(request, "mentoring/work_plans/follow_ups.html", activity, agreed)


def _panel(request: HttpRequest, template: str, activity: Activity, rows) -> HttpResponse:
    page = Paginator(rows, PANEL_ROWS).get_page(request.GET.get("hal"))
    return render(request, template, {"activity": activity, "page": page})


@form_page
@may("mentoring.change_work_plan", WorkPlan)
def activity_add(request: HttpRequest, plan: WorkPlan) -> HttpResponse:
    """Plan a new activity."""
    asked = {"clause": request.GET.get("klausul")}
    form = ActivityAddForm(**sent(request), instance=Activity(plan=plan), initial=asked)
    page = FORM | page_under(plan.agreement, _("Tambah kegiatan"), _("Simpan kegiatan"), plan)

    def make() -> Activity:
        return add_activity(form.save(commit=False), **form.parts)

    return make_record(request, form, page, make, _("Kegiatan tersimpan."))


@form_page
@may("mentoring.change_activity", Activity)
def activity_edit(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Edit an activity with its schedule, noticing who saved meanwhile."""
    form = ActivityEditForm(**sent(request), instance=activity)
    page = FORM | _page_of(activity, _("Ubah kegiatan"), _("Simpan perubahan"))

    def save(version: int) -> None:
        edit_activity(form.save(commit=False), version=version, **form.parts)

    return edit_record(request, form, page, save)


@form_page
@may("mentoring.change_activity", Activity)
def activity_drop(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Give an activity up, with a reason."""
    if request.method != "POST" and activity.is_dropped:
        messages.info(request, _("Kegiatan ini sudah dibatalkan."))
        return redirect(activity)
    form = ReasonForm(**sent(request))
    page = _page_of(activity, _("Batalkan kegiatan"), _("Batalkan kegiatan"))
    page["lead"] = (
        _("“%s” tidak dijalankan lagi. Yang sudah terlaksana tetap terhitung.") % activity
    )
    done = _("Kegiatan dibatalkan.")
    return carry_out(
        request, form, page, lambda reason: drop_activity(activity, reason=reason), done
    )


@require_POST
@may("mentoring.change_activity", Activity)
def activity_resume(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Take a dropped activity up again."""
    try:
        resume_activity(activity)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Kegiatan dilanjutkan."))
    return redirect(activity)


def _page_of(activity: Activity, heading: str, submit: str) -> dict:
    return page_under(activity.plan.agreement, heading, submit, activity.plan, activity)


@form_page
@may("mentoring.file_visit", Visit)
def visit_activity(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say for which activity of the work plan a visit is done."""
    activities = to_choose_from(
        request.user, Activity.Form.MENTORING, years=[visit.date.year]
    ).filter(plan__agreement=visit.agreement_id)
    # Its own may have been dropped since; saving the form unchanged keeps it.
    activities |= Activity.objects.filter(pk=visit.activity_id)
    form = FilingForm(
        **sent(request), activities=activities, initial={"activity": visit.activity_id}
    )
    page = {
        "heading": _("Pilih kegiatan rencana kerja"),
        "lead": str(visit),
        "submit": _("Simpan"),
        "back": visit.get_absolute_url(),
        "trail": [{"label": str(visit), "url": visit.get_absolute_url()}, {"label": _("Kegiatan")}],
    }
    done = _("Kegiatan kunjungan tersimpan.")
    return carry_out(request, form, page, lambda activity: file_visit(visit, activity), done)
