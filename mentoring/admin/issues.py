"""Issues (hambatan) in the Django admin."""

from django.contrib import admin

from mentoring.models import Issue, IssueStep
from portal.admin_site import ScopedInline
from portal.record_admin import VersionedAdmin


class IssueStepInline(ScopedInline):
    """The steps, to look them up: each is taken on the issue's own page."""

    model = IssueStep
    fields = ["kind", "from_level", "to_level", "by", "at", "text"]
    readonly_fields = fields

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Issue)
class IssueAdmin(VersionedAdmin):
    """To look things up, and to correct the words of an issue that is open.

    Where it lies and what is answered changes through the steps on its own page.
    """

    list_display = ["number", "title", "school", "level", "state", "raised_by", "since"]
    list_filter = ["state", "level", "school__stage"]
    list_select_related = ["school", "raised_by"]
    search_fields = ["title", "school__name", "=school__npsn"]
    date_hierarchy = "raised_at"
    inlines = [IssueStepInline]
    fields = [
        "version",
        "number",
        "school",
        "visit",
        "title",
        "description",
        "raised_by",
        "raised_at",
        "level",
        "state",
        "answer",
    ]
    readonly_fields = [
        "number",
        "school",
        "visit",
        "raised_by",
        "raised_at",
        "level",
        "state",
        "answer",
    ]

    def has_add_permission(self, request) -> bool:
        """Issues are raised by whom they hinder, on the portal's own pages."""
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.is_open)

    def has_delete_permission(self, request, obj=None) -> bool:
        """An issue that is over is closed."""
        return False
