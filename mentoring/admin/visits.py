"""Visits, their kinds and the instruments in the Django admin."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mentoring.models import Instrument, InstrumentItem, Visit, VisitKind
from mentoring.operations.visits import require_covering
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
    """The items; fixed once a visit was scored by them, because the scores would change meaning."""

    model = InstrumentItem

    def has_add_permission(self, request, obj=None) -> bool:
        return super().has_add_permission(request, obj) and not is_used(obj)

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not is_used(obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and not is_used(obj)


def is_used(instrument: Instrument | None) -> bool:
    """Whether any visit is scored by the instrument."""
    return instrument is not None and instrument.visits.exists()


@admin.register(Instrument)
class InstrumentAdmin(SharedAdmin):
    list_display = ["name", "active"]
    search_fields = ["name"]
    inlines = [InstrumentItemInline]

    def get_fieldsets(self, request, obj=None):
        description = ""
        if is_used(obj):
            description = _now(
                "Instrumen ini sudah dipakai kunjungan, jadi butirnya tidak dapat diubah. "
                "Buat instrumen baru, lalu matikan yang ini."
            )
        return [(None, {"fields": ["name", "active"], "description": description})]
