"""People and areas in the Django admin."""

from smtplib import SMTPException

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from portal.accounts.passwords import send_password_link
from portal.accounts.second_factor import remove_second_factor, tell_owner
from portal.models import Area, Role, User
from portal.operations import Refused
from portal.record_admin import RecordAdmin, ReferenceAdmin


class UserForm(forms.ModelForm):
    """A person's account; `editor`, the admin at work, cannot reach beyond their own scope."""

    editor: User

    class Meta:
        model = User
        fields = ["email", "name", "position", "nip", "role", "area", "is_active"]

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        role, area = cleaned.get("role"), cleaned.get("area")
        if role and "area" in cleaned:
            self._check_scope(role, area)
        return cleaned

    def _check_scope(self, role: str, area: Area | None) -> None:
        rule = next(c for c in User._meta.constraints if c.name == "user_scope_fits_role")
        try:
            rule.validate(User, User(role=role, area=area))
        except ValidationError as error:
            self.add_error("area", error)
            return
        own = self.editor.area
        if role != Role.SCHOOL and own and not (area and own.contains(area.pk)):
            message = _("Pilih wilayah di dalam cakupan Anda: %(area)s.") % {"area": own}
            self.add_error("area", message)


@admin.register(User)
class UserAdmin(RecordAdmin):
    form = UserForm
    list_display = ["name", "email", "role", "scope", "is_active", "last_login", "second_factor"]
    list_filter = ["role", "is_active", ("area", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["area", "school_account__school"]
    search_fields = ["email", "name", "nip"]
    autocomplete_fields = ["area"]
    ordering = ["name", "pk"]
    actions = ["send_links", "activate", "deactivate", "remove_second_factor"]

    def get_queryset(self, request):
        factors = Authenticator.objects.filter(user=OuterRef("pk"))
        return super().get_queryset(request).annotate(has_second_factor=Exists(factors))

    def get_form(self, request, obj=None, **kwargs):
        """The form, knowing who fills it in."""
        form = super().get_form(request, obj, **kwargs)
        form.editor = request.user
        return form

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes their own role and scope, or locks themselves out."""
        if obj == request.user:
            return ["role", "area", "is_active", "last_login", "created_at"]
        return ["last_login", "created_at"] if obj else []

    def has_delete_permission(self, request, obj=None) -> bool:
        """History names people: an account is deactivated, never deleted."""
        return False

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
            self.message_user(
                request,
                _(
                    "Akun baru belum memiliki kata sandi. Kirimkan tautannya: pilih akun di daftar, "
                    "lalu jalankan “Kirim tautan atur kata sandi”."
                ),
                messages.INFO,
            )
        super().save_model(request, obj, form, change)

    @admin.display(description=_("cakupan"), ordering="area")
    def scope(self, user: User) -> str:
        if user.area_id:
            return user.area.name
        if user.role == Role.ADMIN:
            return _("seluruh Indonesia")
        account = getattr(user, "school_account", None)
        return str(account.school) if account else _("belum ada sekolah")

    @admin.display(description=_("dua langkah"), boolean=True)
    def second_factor(self, user: User) -> bool:
        return user.has_second_factor

    @admin.action(description=_("Kirim tautan atur kata sandi"))
    def send_links(self, request, queryset):
        chosen = queryset.filter(is_active=True)
        try:
            for user in chosen:
                send_password_link(user, request=request)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return
        except (SMTPException, OSError):
            text = _("Surel tidak terkirim: peladen surel belum dapat dihubungi. Coba lagi nanti.")
            self.message_user(request, text, messages.ERROR)
            return
        self._report(request, len(chosen), _("Tautan dikirim kepada %(count)s orang."))
        if skipped := queryset.filter(is_active=False).count():
            text = _("%(count)s akun tidak aktif dilewati.") % {"count": skipped}
            self.message_user(request, text, messages.WARNING)

    @admin.action(description=_("Aktifkan akun"))
    def activate(self, request, queryset):
        self._report(request, queryset.update(is_active=True), _("%(count)s akun diaktifkan."))

    @admin.action(description=_("Nonaktifkan akun"))
    def deactivate(self, request, queryset):
        others = queryset.exclude(pk=request.user.pk)
        count = others.update(is_active=False)
        self._report(request, count, _("%(count)s akun dinonaktifkan; pemiliknya langsung keluar."))

    @admin.action(description=_("Lepas verifikasi dua langkah (ponsel hilang)"))
    def remove_second_factor(self, request, queryset):
        people = list(queryset.filter(has_second_factor=True))
        with transaction.atomic():
            for person in people:
                remove_second_factor(person)
                self.log_change(request, person, _now("Verifikasi dua langkah dilepas"))
        text = _("Verifikasi dua langkah dilepas dari %(count)s akun.")
        self._report(request, len(people), text)
        self._tell_owners(request, people)

    def _tell_owners(self, request, people: list[User]) -> None:
        try:
            for person in people:
                tell_owner(person, by=request.user)
        except (SMTPException, OSError):
            text = _(
                "Pemberitahuan kepada pemilik akun tidak terkirim. Sampaikan sendiri kepadanya."
            )
            self.message_user(request, text, messages.WARNING)

    def _report(self, request, count: int, text: str) -> None:
        level = messages.SUCCESS if count else messages.WARNING
        self.message_user(request, text % {"count": count}, level)


@admin.register(Area)
class AreaAdmin(ReferenceAdmin):
    list_display = ["code", "name", "level", "parent"]
    list_filter = ["level"]
    list_select_related = ["parent"]
    search_fields = ["code__startswith", "name"]
    autocomplete_fields = ["parent"]
    ordering = ["code"]

    def get_readonly_fields(self, request, obj=None):
        """The code is the place in the tree: what hangs on it does not move."""
        return ["code", "level", "parent"] if obj else []

    def has_change_permission(self, request, obj=None) -> bool:
        """The names inside one's own scope are kept up by its admin too."""
        own = request.user.area
        within = own is not None and (obj is None or own.contains(obj.pk))
        kept = within and request.user.has_perm("portal.administer")
        return kept or super().has_change_permission(request, obj)

    def get_search_results(self, request, queryset, search_term):
        """Where a form asks for an area (autocomplete): only those of one's own scope."""
        if "field_name" in request.GET:
            queryset = queryset.in_scope_of(request.user)
        return super().get_search_results(request, queryset, search_term)
