"""How papers are numbered, in the Django admin."""

from django.contrib import admin

from portal.documents.models import NumberSeries
from portal.record_admin import SharedAdmin


@admin.register(NumberSeries)
class NumberSeriesAdmin(SharedAdmin):
    """The code names a kind of paper that the portal prints, so series neither come nor go here."""

    list_display = ["name", "format"]
    fields = ["name", "format"]

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
