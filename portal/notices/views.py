"""The inbox of notices, and how they are mailed."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.access import may
from portal.keyset import AFTER, BEFORE, END, Keyset
from portal.notices.forms import MailChoiceForm, UntilForm
from portal.notices.models import MailChoice, Notice
from portal.notices.operations import choose_mail, mark_all_read, mark_read


@require_safe
@may("notices.list_notices")
def notices(request: HttpRequest) -> HttpResponse:
    """The reader's notices, the unread ones first, each newest first."""
    own = Notice.objects.visible_to(request.user).select_related("by")
    page = Keyset(own, ["-is_unread", "-pk"], known=own).page(request.GET)
    context = {
        "page": page,
        "has_unread": own.unread().exists(),
        "newest": own.order_by("-pk").values_list("pk", flat=True).first(),
        "after": AFTER,
        "before": BEFORE,
        "end": END,
    }
    return render(request, "notices/list.html", context)


@require_safe
@may("notices.read_notice", Notice)
def open_notice(request: HttpRequest, notice: Notice) -> HttpResponse:
    """Lead to what a notice is about; it counts as read from then on."""
    if request.method == "GET":
        mark_read(notice)
    return redirect(notice.url)


@require_POST
@may("notices.read_notice", Notice)
def notice_read(request: HttpRequest, notice: Notice) -> HttpResponse:
    """Mark a notice as read without opening its page."""
    mark_read(notice)
    return redirect("notices:notices")


@require_POST
@may("notices.list_notices")
def all_read(request: HttpRequest) -> HttpResponse:
    """Mark everything that the page showed or led to as read."""
    form = UntilForm(request.POST)
    count = mark_all_read(request.user, until=form.cleaned_data["until"]) if form.is_valid() else 0
    told = ngettext(
        "%d pemberitahuan ditandai sudah dibaca.", "%d pemberitahuan ditandai sudah dibaca.", count
    )
    messages.success(request, told % count)
    return redirect("notices:notices")


@require_http_methods(["GET", "HEAD", "POST"])
@may("notices.choose_mail")
def mail_choice(request: HttpRequest) -> HttpResponse:
    """How the reader wants notices mailed."""
    chosen = MailChoice.objects.visible_to(request.user).first()
    form = MailChoiceForm(request.POST if request.method == "POST" else None, instance=chosen)
    status = HTTPStatus.OK
    if form.is_bound:
        if form.is_valid():
            choose_mail(request.user, form.cleaned_data["when"])
            messages.success(request, _("Pilihan surel tersimpan."))
            return redirect("notices:notices")
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"form": form, "sends_mail": settings.EMAIL_IS_CONFIGURED}
    return render(request, "notices/mail_choice.html", context, status=status)
