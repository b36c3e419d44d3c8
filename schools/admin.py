"""The registry in the Django admin, for people who edit lists of schools all day."""

from functools import partial

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget, AutocompleteSelect
from django.db.models import Q
from django.urls import reverse
from django.utils.choices import flatten_choices
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from portal.models import Area, Role, User
from portal.operations import Refused
from portal.record_admin import (
    RecordAdmin,
    SharedAdmin,
    VersionedAdmin,
    VersionedAdminForm,
    act_with_form,
)
from schools.fields import districts_of
from schools.filters import in_area, in_cohort
from schools.forms.bulk import CohortFields, SinceFields
from schools.forms.schools import SchoolFields
from schools.models import Accreditation, Membership, Programme, School, SchoolAccount, Stage
from schools.operations import schools as operations
from schools.queries.choices import area_choices, programme_choices


class StageFilter(admin.SimpleListFilter):
    title = _("jenjang")
    parameter_name = "jenjang"

    def lookups(self, request, model_admin):
        return Stage.choices

    def queryset(self, request, schools):
        return schools.filter(stage=self.value()) if self.value() else schools


class AreaFilter(admin.SimpleListFilter):
    """The areas of the administrator's scope that hold schools."""

    title = _("wilayah")
    parameter_name = "wilayah"

    def lookups(self, request, model_admin):
        return list(flatten_choices(area_choices(request.user)))

    def queryset(self, request, schools):
        return in_area(schools, self.value()) if self.value() else schools


class ProgrammeFilter(admin.SimpleListFilter):
    title = _("program")
    parameter_name = "program"

    def lookups(self, request, model_admin):
        return list(flatten_choices(programme_choices()))

    def queryset(self, request, schools):
        return in_cohort(schools, self.value()) if self.value() else schools


class CoordinatesFilter(admin.SimpleListFilter):
    title = _("koordinat")
    parameter_name = "koordinat"

    def lookups(self, request, model_admin):
        return [("ada", _("ada koordinat")), ("tanpa", _("tanpa koordinat"))]

    def queryset(self, request, schools):
        wanted = {"ada": False, "tanpa": True}.get(self.value())
        return schools if wanted is None else schools.filter(latitude__isnull=wanted)


class AdminSinceForm(SinceFields):
    """As in the portal's own pages, with the admin's calendar; today where nothing is filled in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        since = self.fields["holds_from"]
        since.widget, since.required = AdminDateWidget(), False


class AccreditationForm(AdminSinceForm):
    """The accreditation that the chosen schools share."""

    accreditation = forms.ChoiceField(label=_("Akreditasi"), choices=Accreditation.choices)
    field_order = ["accreditation", "holds_from"]


class DistrictForm(AdminSinceForm):
    """The kecamatan that the chosen schools lie in."""

    district = forms.ModelChoiceField(Area.objects.none(), label=_("Kecamatan"))
    field_order = ["district", "holds_from"]

    def __init__(self, data, *, user: User, site: admin.AdminSite):
        super().__init__(data)
        field = self.fields["district"]
        field.widget = AutocompleteSelect(School._meta.get_field("district"), site)
        field.queryset = districts_of(user)


class CohortForm(CohortFields):
    """The cohort that the chosen schools join, with the admin's calendar."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].widget = AdminDateWidget()


class EndForm(forms.Form):
    """The last day of the chosen memberships."""

    ends_on = forms.DateField(label=_("Berakhir"), widget=AdminDateWidget)


class SchoolAdminForm(SchoolFields, VersionedAdminForm):
    """A school in the admin: read as on the portal's own pages."""

    def _post_clean(self):
        """Judge the date of the facts once the record holds what was typed."""
        super()._post_clean()
        if self.instance.pk and not self.errors:
            try:
                operations.date_facts(self.instance)
            except Refused as refusal:
                self.add_error("facts_since", str(refusal))


@admin.register(School)
class SchoolAdmin(VersionedAdmin):
    form = SchoolAdminForm
    change_list_template = "admin/schools/school/change_list.html"
    list_display = [
        "name",
        "npsn",
        "form",
        "status",
        "district",
        "accreditation",
    ]
    list_filter = [
        StageFilter,
        "status",
        AreaFilter,
        ProgrammeFilter,
        "accreditation",
        CoordinatesFilter,
    ]
    list_select_related = ["district"]
    search_fields = ["name"]
    autocomplete_fields = ["district"]
    readonly_fields = ["programmes"]
    actions = ["set_accreditation", "move_to_district", "add_to_cohort"]
    fieldsets = [
        (
            _("Identitas"),
            {
                "fields": ["version", "npsn", "name", "form", "status"],
                "description": _(
                    "Sekolah tidak dapat dihapus, karena kunjungan, capaian, dan riwayat merujuk "
                    "kepadanya. Bila keliru, perbaiki isinya."
                ),
            },
        ),
        (_("Letak"), {"fields": ["district", "address", "latitude", "longitude"]}),
        (
            _("Akreditasi"),
            {"fields": ["accreditation", "accreditation_number", "accreditation_until"]},
        ),
        (
            _("Tanggal berlaku"),
            {
                "fields": ["facts_since"],
                "description": _(
                    "Perubahan nama, bentuk, status, kecamatan, dan akreditasi berlaku sejak tanggal "
                    "ini; data lama tetap terbaca untuk hari sebelumnya. Tanggal yang sama membetulkan."
                ),
            },
        ),
        (_("Program"), {"fields": ["programmes"]}),
        (_("Asal data"), {"fields": ["dapodik_id", "source"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("search")

    def get_search_results(self, request, queryset, search_term):
        """The list finds every school; the choice of a school for another record, those that exist."""
        if request.resolver_match.url_name == "autocomplete":
            queryset = queryset.existing()
        return queryset.search(search_term), False

    def has_change_permission(self, request, obj=None) -> bool:
        """A record that was merged stays as it is, so that the merger can be undone."""
        return super().has_change_permission(request, obj) and not (obj and obj.is_merged)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "district":
            kwargs["queryset"] = districts_of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request, obj=None) -> bool:
        """Visits, figures and history name schools: they are corrected, never deleted."""
        return False

    @admin.display(description=_("program"))
    def programmes(self, school: School) -> str:
        """The school's memberships, each a link to its own form."""
        memberships = school.memberships.select_related("programme") if school.pk else []
        links = (
            (reverse("admin:schools_membership_change", args=[member.pk]), member)
            for member in memberships
        )
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "–"

    @admin.action(description=_("Atur akreditasi…"))
    def set_accreditation(self, request, queryset):
        return act_with_form(
            self,
            request,
            queryset,
            action="set_accreditation",
            title=_("Atur akreditasi"),
            form=AccreditationForm,
            carry_out=operations.set_accreditation,
        )

    @admin.action(description=_("Pindahkan ke kecamatan…"))
    def move_to_district(self, request, queryset):
        return act_with_form(
            self,
            request,
            queryset,
            action="move_to_district",
            title=_("Pindahkan ke kecamatan"),
            form=partial(DistrictForm, user=request.user, site=self.admin_site),
            carry_out=operations.move_to_district,
        )

    @admin.action(description=_("Tambahkan ke angkatan program…"))
    def add_to_cohort(self, request, queryset):
        return act_with_form(
            self,
            request,
            queryset,
            action="add_to_cohort",
            title=_("Tambahkan ke angkatan program"),
            form=CohortForm,
            carry_out=operations.add_to_cohort,
        )


@admin.register(Programme)
class ProgrammeAdmin(SharedAdmin):
    list_display = ["name", "code", "starts_on", "ends_on"]
    search_fields = ["name", "code"]


@admin.register(Membership)
class MembershipAdmin(VersionedAdmin):
    list_display = ["school", "programme", "cohort", "starts_on", "ends_on", "decree_number"]
    list_filter = ["programme", "cohort"]
    list_select_related = ["school", "programme"]
    date_hierarchy = "starts_on"
    search_fields = ["school__name"]
    autocomplete_fields = ["school", "programme"]
    fields = ["version", "school", "programme", "cohort", "decree_number", "starts_on", "ends_on"]
    actions = ["end"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(school__in=School.objects.search(search_term)), False

    @admin.action(description=_("Akhiri keanggotaan…"))
    def end(self, request, queryset):
        return act_with_form(
            self,
            request,
            queryset,
            action="end",
            title=_("Akhiri keanggotaan"),
            form=EndForm,
            carry_out=operations.end_memberships,
        )


@admin.register(SchoolAccount)
class SchoolAccountAdmin(RecordAdmin):
    list_display = ["user", "email", "school"]
    list_select_related = ["user", "school"]
    search_fields = ["user__name"]
    autocomplete_fields = ["user", "school"]

    def get_search_results(self, request, queryset, search_term):
        people = Q(user__name__icontains=search_term) | Q(user__email__icontains=search_term)
        schools = Q(school__in=School.objects.search(search_term))
        return (queryset.filter(people | schools) if search_term else queryset), False

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "user":
            kwargs["queryset"] = User.objects.visible_to(request.user).filter(role=Role.SCHOOL)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("surel"), ordering="user__email")
    def email(self, account: SchoolAccount) -> str:
        return account.user.email
