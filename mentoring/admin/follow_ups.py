"""Follow-ups in the Django admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from mentoring.models import FollowUp
from portal.record_admin import VersionedAdmin


@admin.register(FollowUp)
class FollowUpAdmin(VersionedAdmin):
    """To look things up, and to correct owner and due date; progress is reported on its own page."""

    list_display = ["description", "school", "owner", "owner_name", "due_on", "state"]
    list_filter = ["state", "owner", "visit__school__stage"]
    list_select_related = ["visit__school"]
    search_fields = ["description", "visit__school__name", "=visit__school__npsn"]
    date_hierarchy = "due_on"
    fields = ["version", "visit", "description", "owner", "owner_name", "due_on", "state", "result"]
    readonly_fields = ["visit", "description", "state", "result"]

    @admin.display(description=_("sekolah"), ordering="visit__school__name")
    def school(self, follow_up: FollowUp) -> str:
        return follow_up.visit.school.name

    def has_add_permission(self, request) -> bool:
        """Follow-ups are agreed at a visit."""
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
