"""The steps of an issue, each a page that asks for its words."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mentoring.forms.issues import IssueStepForm
from mentoring.models import Issue
from mentoring.operations.issues import (
    answer_issue,
    close_issue,
    pass_down,
    reopen_issue,
    take_up,
)
from mentoring.operations.visits import AlreadyDone
from portal.access import may
from portal.operations import Conflict, Refused


@dataclass(frozen=True)
class Step:
    """What a step carries out, and how its page speaks of it."""

    carry_out: Callable
    heading: str
    lead: str
    label: str
    done: str


UP = Step(
    take_up,
    _("Naikkan hambatan"),
    _("Hambatan pindah ke meja satu tingkat di atas, dan alasannya dibaca di sana."),
    _("Mengapa perlu dinaikkan"),
    _("Hambatan dinaikkan."),
)
ANSWER = Step(
    answer_issue,
    _("Jawab hambatan"),
    _("Jawaban turun setingkat demi setingkat sampai kepada pengusul."),
    _("Jawaban"),
    _("Jawaban tercatat."),
)
DOWN = Step(
    pass_down,
    _("Teruskan jawaban"),
    _("Jawaban dari atas diteruskan ke bawah, dengan catatan dari tingkat ini."),
    _("Catatan"),
    _("Jawaban diteruskan."),
)
CLOSE = Step(
    close_issue,
    _("Tutup hambatan"),
    _("Hambatan tidak lagi di meja siapa pun. Anda dapat membukanya kembali."),
    _("Apa hasilnya"),
    _("Hambatan ditutup."),
)
REOPEN = Step(
    reopen_issue,
    _("Buka kembali hambatan"),
    _("Hambatan kembali ke meja tingkat pertama."),
    _("Mengapa belum selesai"),
    _("Hambatan dibuka kembali."),
)


def _page_of(step: Step) -> Callable:
    """The page of a step: asks for its words, takes it, and leads to the issue."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @may("mentoring.take_issue_step", Issue)
    def page(request: HttpRequest, issue: Issue) -> HttpResponse:
        data = request.POST if request.method == "POST" else None
        form = IssueStepForm(data, label=step.label, initial={"version": issue.version})
        status = HTTPStatus.OK
        if form.is_bound:
            status = _take(request, issue, form, step)
            if status == HTTPStatus.OK:
                return redirect(issue)
        context = {
            "form": form,
            "issue": issue,
            "heading": step.heading,
            "lead": step.lead,
            "submit": step.heading,
            "back": issue.get_absolute_url(),
        }
        return render(request, "mentoring/issues/form.html", context, status=status)

    return page


def _take(request: HttpRequest, issue: Issue, form: IssueStepForm, step: Step) -> HTTPStatus:
    """Take the step and say what came of it; 422 or 409 where the form is to be shown again."""
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        step.carry_out(issue, by=request.user, **form.cleaned_data)
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return HTTPStatus.CONFLICT
    except AlreadyDone as already:
        messages.info(request, str(already))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return HTTPStatus.UNPROCESSABLE_ENTITY
    else:
        messages.success(request, step.done)
    return HTTPStatus.OK


issue_up = _page_of(UP)
issue_answer = _page_of(ANSWER)
issue_down = _page_of(DOWN)
issue_close = _page_of(CLOSE)
issue_reopen = _page_of(REOPEN)
