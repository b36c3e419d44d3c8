"""What belongs to agreements, in the Django admin: to look up, and to take away what was a mistake."""

from django.contrib import admin

from mentoring.models import Activity, Addendum, Regulation, WorkPlan
from portal.record_admin import RecordAdmin, SharedAdmin


class KeptOnThePortal(SharedAdmin):
    """Recorded and edited on the portal's pages; the admin takes away what nothing refers to."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(WorkPlan)
class WorkPlanAdmin(KeptOnThePortal):
    list_display = ["year", "agreement"]
    list_select_related = ["agreement"]
    search_fields = ["agreement__title"]


@admin.register(Activity)
class ActivityAdmin(KeptOnThePortal):
    list_display = ["title", "form", "plan", "clause", "side"]
    list_filter = ["form", "side", "state"]
    list_select_related = ["plan", "clause"]
    search_fields = ["title"]


@admin.register(Regulation)
class RegulationAdmin(KeptOnThePortal):
    list_display = ["about", "kind", "number", "state"]
    list_filter = ["kind", "state"]
    search_fields = ["about", "number"]

    def has_delete_permission(self, request, obj=None) -> bool:
        """What was discussed or enacted stays."""
        proposed = obj is not None and obj.state == Regulation.State.PROPOSED
        return proposed and super().has_delete_permission(request, obj)


@admin.register(Addendum)
class AddendumAdmin(RecordAdmin):
    """Numbers and subject can be corrected; what it changed in its agreement cannot."""

    list_display = ["about", "agreement", "signed_on"]
    list_select_related = ["agreement"]
    search_fields = ["about", "first_number", "second_number"]
    fields = ["agreement", "first_number", "second_number", "signed_on", "about"]
    readonly_fields = ["agreement", "signed_on"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
