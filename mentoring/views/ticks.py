"""Follow-ups of earlier visits, ticked off while the next visit's report is written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.models import FollowUp
from mentoring.operations.follow_ups import report_follow_up
from portal.access import may
from portal.operations import Conflict, Refused


@require_POST
@may("mentoring.report_follow_up", FollowUp)
def follow_up_tick(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """Report a follow-up as done with its result; the row again, with why not where it was refused."""
    result = request.POST.get("result", "").replace("\r\n", "\n").strip()[:2000]
    version = request.POST.get("version", "")
    error = ""
    try:
        report_follow_up(
            follow_up,
            by=request.user,
            state=FollowUp.State.DONE,
            result=result,
            version=int(version) if version.isascii() and version.isdigit() else 0,
        )
    except Conflict:
        error = _("Tindak lanjut ini berubah setelah halaman dibuka. Periksa, lalu centang lagi.")
    except Refused as refusal:
        error = str(refusal)
    if not request.htmx:
        return redirect(follow_up)
    row = FollowUp.objects.select_related("visit__school", "owner_person").get(pk=follow_up.pk)
    context = {"row": row, "error": error, "typed": result}
    return render(request, "mentoring/visits/before_row.html", context)
