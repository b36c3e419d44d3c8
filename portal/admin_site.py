"""The Django admin: who may open it, and that nothing in it reaches beyond a person's scope."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    site_header = _("Mitra Mutu · Administrasi data")
    site_title = _("Administrasi data")
    index_title = _("Data")
    site_url = "/"
    enable_nav_sidebar = False  # lists need the width; the index and the breadcrumb lead around

    def has_permission(self, request) -> bool:
        return request.user.is_authenticated and request.user.has_perm("portal.administer")

    def get_urls(self):
        """The admin's own pages for passwords are left out: the portal has them.

        So is its page that leads to any record of any table, which would ask for no scope.
        """
        hidden = {"password_change", "password_change_done", "view_on_site"}
        return [url for url in super().get_urls() if getattr(url, "name", None) not in hidden]

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """Only the portal's own sign-in, with its second factor and rate limits, lets people in."""
        if request.user.is_authenticated:
            if not self.has_permission(request):
                raise PermissionDenied
            return redirect("admin:index")
        wanted = urlencode({"next": request.GET.get("next") or reverse("admin:index")})
        return redirect(f"{reverse('account_login')}?{wanted}")

    def logout(self, request, extra_context=None):
        return redirect("account_logout")


class PortalAdminConfig(AdminConfig):
    default_site = "portal.admin_site.PortalAdminSite"

    def ready(self):
        """Tables of libraries that nobody edits by hand are not shown."""
        super().ready()
        from allauth.account.models import EmailAddress
        from allauth.mfa.models import Authenticator
        from django.contrib.auth.models import Group
        from django_tasks_db.models import DBTaskResult

        admin.site.unregister([EmailAddress, Authenticator, Group, DBTaskResult])


class ForAdministrators:
    """What pages and inlines of the admin share: administrators may, and see a record's own page."""

    def get_view_on_site_url(self, obj=None):
        """Straight to the record's page on the portal, which asks for its scope."""
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None

    def has_view_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")

    def has_add_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")

    def has_change_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")

    def has_delete_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("portal.administer")


class ScopedAdmin(ForAdministrators, admin.ModelAdmin):
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

    def has_module_permission(self, request) -> bool:
        return request.user.has_perm("portal.administer")


class ScopedInline(ForAdministrators, admin.StackedInline):
    """Rows of a scoped model, edited on its page; stacked, because a row of a table has no labels."""

    extra = 0
