"""Performance posts and their reviews in the Django admin: to look up; they are kept on the portal."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from mentoring.admin.plans import KeptOnThePortal
from mentoring.models import PerformancePost, Review


@admin.register(PerformancePost)
class PerformancePostAdmin(KeptOnThePortal):
    list_display = ["label", "school", "area", "active"]
    list_filter = ["active"]
    list_select_related = ["school", "area"]
    search_fields = ["label", "school__name", "=school__npsn"]


@admin.register(Review)
class ReviewAdmin(KeptOnThePortal):
    list_display = ["number", "post", "date", "state", "side", "led_by"]
    list_filter = ["state", "side"]
    list_select_related = ["post__school", "post__area", "led_by"]
    search_fields = ["post__label", "post__school__name"]
    date_hierarchy = "date"

    @admin.display(description=_("nomor"), ordering="pk")
    def number(self, review: Review) -> str:
        return review.number

    def has_delete_permission(self, request, obj=None) -> bool:
        """A review that does not take place is cancelled, with a reason."""
        return False
