"""Records of the Django admin: their history read back, concurrent edits noticed, actions that ask.

Apart from portal.admin_site, which Django loads before there are models.
"""

from collections.abc import Callable

from django import forms
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.admin_site import ScopedAdmin
from portal.forms import VersionedForm
from portal.history import Entry, history_of
from portal.operations import Conflict, Refused, lock


class RecordAdmin(ScopedAdmin):
    """A scoped model whose history page shows every change, whoever and whatever made it."""

    object_history_template = "admin/record_history.html"

    def history_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, unquote(object_id))
        context = {"title": _("Riwayat"), "entries": _life_of(record) if record else []}
        return super().history_view(request, object_id, {**(extra_context or {}), **context})


def _life_of(record: models.Model) -> list[Entry]:
    """The record's history, and what actions of the admin did beside it, newest first.

    Django's log also notes every saved form, as JSON; those changes stand in the history itself.
    """
    noted = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(record), object_id=record.pk
    )
    actions = noted.exclude(change_message="").exclude(change_message__startswith="[")
    told = [
        Entry(timezone.localtime(note.action_time), str(note.user), note.change_message)
        for note in actions.select_related("user")[:50]
    ]
    return sorted(history_of(record) + told, key=lambda entry: entry.at, reverse=True)


class ReferenceAdmin(RecordAdmin):
    """A model that all scopes share and a ministry publishes: every admin reads, `writing` writes."""

    writing = "portal.administer_nation"

    def has_add_permission(self, request, obj=None) -> bool:
        return request.user.has_perm(self.writing)

    def has_change_permission(self, request, obj=None) -> bool:
        return request.user.has_perm(self.writing, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        """What was published stays: figures, schools and people refer to it."""
        return False


class SharedAdmin(RecordAdmin):
    """A model that all scopes share and every admin keeps; a record in use stays, whoever uses it.

    Deleting asks for one record at a time: Django's page for many would list what refers to them,
    from other scopes too.
    """

    def is_used(self, record: models.Model) -> bool:
        """Whether any scope refers to the record by a relation that protects it."""
        return any(
            relation.related_model._base_manager.filter(**{relation.field.name: record}).exists()
            for relation in record._meta.related_objects
            if relation.on_delete is models.PROTECT
        )

    def has_delete_permission(self, request, obj=None) -> bool:
        return (
            obj is not None
            and super().has_delete_permission(request, obj)
            and not self.is_used(obj)
        )


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
