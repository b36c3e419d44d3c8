"""What planning goes by, kept by admins: usual numbers, ceilings, the weights of need."""

from django.contrib import admin

from mentoring.models import Ceiling, NeedWeights, PlanningDefaults
from mentoring.models.facilitators import facilitators_for
from portal.record_admin import VersionedAdmin


class OneRowAdmin(VersionedAdmin):
    """A table of one row, which ships with the portal: it is edited, never added or deleted."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(PlanningDefaults)
class PlanningDefaultsAdmin(OneRowAdmin):
    list_display = ["__str__", "schools_most", "visits_least", "visits_most"]


@admin.register(NeedWeights)
class NeedWeightsAdmin(OneRowAdmin):
    """Saving counts the need of every school anew: some seconds for the whole nation."""

    list_display = ["__str__", "red", "yellow", "month", "open", "overdue", "owed", "months_most"]


@admin.register(Ceiling)
class CeilingAdmin(VersionedAdmin):
    list_display = ["facilitator", "schools"]
    list_select_related = ["facilitator"]
    search_fields = ["facilitator__name", "facilitator__email"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "facilitator":
            kwargs["queryset"] = facilitators_for(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
