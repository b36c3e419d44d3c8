"""Visits, their kinds and the instruments in the Django admin."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mentoring.models import Instrument, InstrumentItem, Visit, VisitKind
from mentoring.operations.filing import require_covering
from portal.admin_site import ScopedInline
from portal.operations import Refused
from portal.record_admin import SharedAdmin, VersionedAdmin, VersionedAdminForm


class VisitAdminForm(VersionedAdminForm):
    """What a visit is filed under; another agreement must cover it as the planned one did."""

    def clean_agreement(self):
        agreement = self.cleaned_data["agreement"]
        if "agreement" in self.changed_data:
            try:
                require_covering(agreement, self.instance.school, self.instance.date)
            except Refused as refusal:
                raise ValidationError(str(refusal)) from refusal
            activity = self.instance.activity
            if activity and (misfit := activity.misfit(agreement, activity.form)):
                raise ValidationError(misfit)
        return agreement


@admin.register(Visit)
class VisitAdmin(VersionedAdmin):
    """To look things up. What a visit is filed under can be corrected; its report and state cannot:
    those change through the steps on the visit's own page."""

    form = VisitAdminForm
    list_display = ["number", "school", "date", "state", "facilitator", "kind"]
    list_filter = ["state", "mode", "kind"]
    list_select_related = ["school", "kind", "facilitator"]
    search_fields = ["school__name", "=school__npsn", "facilitator__name"]
    date_hierarchy = "date"
    fields = ["version", "number", "school", "date", "facilitator", "state", "kind", "agreement"]
    readonly_fields = ["number", "school", "date", "facilitator", "state"]

    def get_readonly_fields(self, request, obj=None):
        """A verified report stays as it was verified."""
        fixed = ["kind", "agreement"] if obj and obj.state == Visit.State.VERIFIED else []
        return [*self.readonly_fields, *fixed]

    @admin.display(description=_("nomor"), ordering="pk")
    def number(self, visit: Visit) -> str:
        return visit.number

    def has_add_permission(self, request) -> bool:
        """Visits are planned by their facilitators."""
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        """A visit that does not take place is cancelled, with a reason."""
        return False


@admin.register(VisitKind)
class VisitKindAdmin(SharedAdmin):
    list_display = ["name", "order", "active"]
    list_editable = ["order", "active"]
    search_fields = ["name"]


class InstrumentItemInline(ScopedInline):
    """The items, to look them up: sections and items are written on the instrument's own page."""

    model = InstrumentItem
    fields = ["code", "kind", "text", "required", "weight"]
    readonly_fields = fields
    ordering = ["section__order", "section", "order", "pk"]

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Instrument)
class InstrumentAdmin(VersionedAdmin, SharedAdmin):
    """Versions of instruments. A draft's name can be mended; a published version is fixed."""

    list_display = ["name", "number", "state"]
    list_filter = ["state"]
    search_fields = ["name", "code"]
    inlines = [InstrumentItemInline]
    readonly_fields = ["number", "state"]

    def get_readonly_fields(self, request, obj=None):
        if obj is None or obj.is_draft:
            return self.readonly_fields
        return ["code", "name", "description", *self.readonly_fields]

    def get_fieldsets(self, request, obj=None):
        description = ""
        if obj is not None and not obj.is_draft:
            description = _now(
                "Versi ini sudah terbit, jadi tidak dapat diubah. Buat versi baru di halamannya."
            )
        fields = ["version", "code", "name", "description", "number", "state"]
        return [(None, {"fields": fields, "description": description})]

    def is_used(self, record: Instrument) -> bool:
        """A published version stays; a draft may go."""
        return not record.is_draft or super().is_used(record)
