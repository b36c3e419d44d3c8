"""Records of the Django admin: their history read back, concurrent edits noticed, actions that ask.

Apart from portal.admin_site, which Django loads before there are models.
"""

from collections.abc import Callable

from django import forms
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.admin_site import ScopedAdmin
from portal.forms import VersionedForm
from portal.history import history_of
from portal.operations import Conflict, Refused, lock


class RecordAdmin(ScopedAdmin):
    """A scoped model whose history page shows every change, whoever and whatever made it."""

    object_history_template = "admin/record_history.html"

    def history_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, unquote(object_id))
        context = {"title": _("Riwayat"), "entries": history_of(record) if record else []}
        return super().history_view(request, object_id, {**(extra_context or {}), **context})


class VersionedAdminForm(VersionedForm):
    """A form of the admin that refuses to save on top of somebody else's newer edit.

    The admin validates and saves in one transaction, so the lock taken here holds until the save.
    """

    def clean(self):
        values = super().clean()
        if self.instance.pk and values.get("version"):
            try:
                lock(self.instance, version=values["version"])
            except Conflict as conflict:
                self.note_conflict(conflict.current)
                for change in self.conflict:
                    self.add_error(None, f"{change.label}: {change.old} → {change.new}")
        return values


class VersionedAdmin(RecordAdmin):
    """A model of the admin whose records are Versioned. Fieldsets name the hidden `version`."""

    form = VersionedAdminForm
    exclude = ["version"]  # the model's own field, which no form may set

    def save_model(self, request, obj, form, change):
        if change:
            obj.version = form.cleaned_data["version"] + 1
        super().save_model(request, obj, form, change)


def act_with_form(
    model_admin: ScopedAdmin,
    request: HttpRequest,
    rows: models.QuerySet,
    *,
    action: str,
    title: str,
    form: Callable[..., forms.Form],
    carry_out: Callable[..., int],
) -> HttpResponse | None:
    """A changelist action that asks for something first.

    Shows the form made by `form(data)`; when it is valid, calls `carry_out(rows, **values)`, which
    returns how many rows changed, and goes back to the list. What is refused stands in the form.
    """
    asked = form(request.POST if "apply" in request.POST else None)
    if asked.is_valid():
        try:
            changed = carry_out(rows, **asked.cleaned_data)
        except Refused as refusal:
            asked.add_error(None, str(refusal))
        else:
            told = ngettext("%d baris diubah.", "%d baris diubah.", changed) % changed
            model_admin.message_user(request, told)
            return None
    page = {"title": title, "action": action, "form": asked}
    return _page_that_asks(model_admin, request, rows, page)


def _page_that_asks(model_admin, request, rows, page: dict) -> HttpResponse:
    form = page["form"]
    context = {
        **model_admin.admin_site.each_context(request),
        **page,
        "opts": model_admin.model._meta,
        "media": model_admin.media + form.media,
        "rows": rows[:10],
        "total": rows.count(),
        "checkbox_name": ACTION_CHECKBOX_NAME,
        "selected": request.POST.getlist(ACTION_CHECKBOX_NAME),
        "select_across": request.POST.get("select_across", "0"),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/act_with_form.html", context, status=status)
