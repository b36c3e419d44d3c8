"""The Django admin: who may open it, and that nothing in it reaches beyond a person's scope."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    site_header = _("Mitra Mutu · Administrasi data")
    site_title = _("Administrasi data")
    index_title = _("Data")
    site_url = "/"
    enable_nav_sidebar = True

    def has_permission(self, request) -> bool:
        return request.user.is_authenticated and request.user.has_perm("portal.administer")


class PortalAdminConfig(AdminConfig):
    default_site = "portal.admin_site.PortalAdminSite"


class ScopedAdmin(admin.ModelAdmin):
    """A model of the admin: rows and choices narrowed by `visible_to`, allowed to administrators."""

    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request):
        return self.model.objects.visible_to(request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        manager = db_field.remote_field.model._default_manager
        if "queryset" not in kwargs and hasattr(manager.all(), "visible_to"):
            kwargs["queryset"] = manager.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_view_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")

    def has_module_permission(self, request) -> bool:
        return request.user.has_perm("portal.administer")

    def has_add_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")

    def has_change_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")

    def has_delete_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")
