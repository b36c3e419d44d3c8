"""The list of holidays in the Django admin: every admin keeps what holds in their scope."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from mentoring.models import Holiday
from portal.models import Area
from portal.record_admin import RecordAdmin


@admin.register(Holiday)
class HolidayAdmin(RecordAdmin):
    """National holidays are shared; those of an area are kept by the admins of its scope."""

    list_display = ["date", "name", "place"]
    list_select_related = ["area"]
    search_fields = ["name"]
    autocomplete_fields = ["area"]
    date_hierarchy = "date"

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "area":
            kwargs["queryset"] = Area.objects.in_scope_of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("berlaku di"), ordering="area__name")
    def place(self, holiday: Holiday) -> str:
        return holiday.area.name if holiday.area else _("seluruh Indonesia")

    def _may_write(self, request, holiday: Holiday | None) -> bool:
        own = Area.objects.in_scope_of(request.user)
        return holiday is None or holiday.area_id is None or own.filter(pk=holiday.area_id).exists()

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and self._may_write(request, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_write(request, obj)
