"""Pages of the work plan: a year beside what was done for it, a new year, and a clause."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.forms.work_plans import PlanYearForm
from mentoring.models import Agreement, Clause, WorkPlan
from mentoring.operations.work_plans import open_plan
from mentoring.queries.gaps import gaps_of
from mentoring.queries.work_plans import lines_of, overview_of
from mentoring.views.form_pages import form_page, make_record, page_under, sent
from portal.access import may


@require_safe
@may("mentoring.view_work_plan", WorkPlan)
def work_plan(request: HttpRequest, plan: WorkPlan) -> HttpResponse:
    """A year's activities by clause, plan beside realisation, and the gaps."""
    overview = overview_of(plan)
    context = {
        "plan": plan,
        "agreement": plan.agreement,
        "overview": overview,
        "gaps": gaps_of(overview),
        "plans": plan.agreement.work_plans.all(),
    }
    return render(request, "mentoring/work_plans/page.html", context)


@form_page
@may("mentoring.add_work_plan", Agreement)
def work_plan_add(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """Open the plan of a new year, with what last year left open if asked."""
    newest = agreement.work_plans.first()
    year = newest.year + 1 if newest else agreement.starts_on.year
    form = PlanYearForm(
        **sent(request),
        newest=newest,
        instance=WorkPlan(agreement=agreement),
        initial={"year": year},
    )
    page = page_under(agreement, _("Buat rencana kerja"), _("Buat rencana"))

    def make() -> WorkPlan:
        copies = form.cleaned_data.get("copies")
        return open_plan(form.save(commit=False), copy_from=newest if copies else None)

    return make_record(request, form, page, make, _("Rencana kerja dibuat. Tambahkan kegiatannya."))


@require_safe
@may("mentoring.view_clause", Clause)
def clause(request: HttpRequest, clause: Clause) -> HttpResponse:
    """A clause with its activities of every year: where the chain starts."""
    lines = lines_of(clause.activities.order_by("-plan__year", "pk"))
    context = {"clause": clause, "agreement": clause.agreement, "lines": lines}
    return render(request, "mentoring/work_plans/clause.html", context)
