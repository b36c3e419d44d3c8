"""Bukti dampak: do accompanied schools change more than those that were not?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.forms.impact import QuestionForm
from mentoring.queries.impact import Study, study
from portal.access import may
from portal.charts import BarChart, Point, Scatter

LISTED = 100  # accompanied schools that the page names one by one


@require_safe
@may("mentoring.view_impact")
def impact(request: HttpRequest) -> HttpResponse:
    """The question of the address, and its answer where it can be asked."""
    form = QuestionForm(request.GET, user=request.user)
    context = {"form": form}
    if form.is_valid():
        context |= _answer(study(form.question, request.user))
    return render(request, "mentoring/impact/page.html", context)


def _answer(found: Study) -> dict:
    answer = {"study": found, "question": found.question}
    if found.can_compare:
        answer |= {
            "distributions": _distributions(found),
            "scatters": _scatters(found),
            "cases": found.accompanied.cases[:LISTED],
            "more": max(len(found.accompanied.cases) - LISTED, 0),
        }
    return answer


def _distributions(found: Study) -> list[BarChart]:
    groups = ((found.accompanied, "accompanied"), (found.others, "others"))
    return [
        BarChart(
            _("%(group)s: %(n)d sekolah menurut perubahan (poin)")
            % {"group": group.name, "n": len(group.cases)},
            [Point(one.label, getattr(one, name)) for one in found.classes],
        )
        for group, name in groups
    ]


def _scatters(found: Study) -> list[dict]:
    """Dose against change: the picture, its table by dose, and the rank correlation."""
    doses = (("visits", _("kunjungan")), ("hours", _("JP pelatihan")))
    return [
        {
            "chart": Scatter(
                _("Perubahan menurut %s") % name,
                across=name,
                up=_("perubahan (poin)"),
                pairs=[(getattr(one, dose), one.change) for one in found.cases],
            ),
            "rows": found.by_dose(dose),
            "correlation": found.correlation(dose),
        }
        for dose, name in doses
    ]
