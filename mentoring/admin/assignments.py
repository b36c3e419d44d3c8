"""Assignments in the Django admin: which facilitator accompanies which school, and when."""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Q
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import Assignment
from mentoring.models.facilitators import facilitators_for
from portal.models import User
from portal.record_admin import VersionedAdmin, VersionedAdminForm
from schools.models import Stage


class AssignmentForm(VersionedAdminForm):
    """An assignment; what may overlap is the model's rule."""

    class Meta:
        model = Assignment
        fields = ["facilitator", "school", "starts_on", "ends_on"]

    def clean(self):
        """Make two administrators who assign the same facilitator wait for each other.

        The admin checks and saves in one transaction, so the lock holds until the save.
        """
        cleaned = super().clean()
        facilitator = cleaned.get("facilitator")
        if facilitator is not None:
            User.objects.select_for_update().get(pk=facilitator.pk)
        return cleaned


class FacilitatorSelect(AutocompleteSelect):
    """Asks for facilitators at the assignments' own address."""

    def get_url(self) -> str:
        return reverse("admin:mentoring_assignment_facilitators")


class FacilitatorChoices(AutocompleteJsonView):
    """The facilitators who work in the administrator's area.

    Those of BPMP have the province as their area, so a city's administrator does not find them
    among the people of the city, whom Django's own view would search.
    """

    def get_queryset(self):
        offered = facilitators_for(self.request.user).filter(is_active=True).order_by("name", "pk")
        found, _duplicates = self.model_admin.get_search_results(self.request, offered, self.term)
        return found


class PeriodFilter(admin.SimpleListFilter):
    title = _("masa penugasan")
    parameter_name = "masa"

    def lookups(self, request, model_admin):
        return [
            ("kini", _("sedang berjalan")),
            ("nanti", _("belum mulai")),
            ("lalu", _("berakhir")),
        ]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        conditions = {
            "kini": Q(starts_on__lte=today) & (Q(ends_on=None) | Q(ends_on__gte=today)),
            "nanti": Q(starts_on__gt=today),
            "lalu": Q(ends_on__lt=today),
        }
        return queryset.filter(conditions.get(self.value(), Q()))


class StageFilter(admin.SimpleListFilter):
    title = _("jenjang sekolah")
    parameter_name = "jenjang"

    def lookups(self, request, model_admin):
        return Stage.choices

    def queryset(self, request, queryset):
        return queryset.filter(school__stage=self.value()) if self.value() else queryset


@admin.register(Assignment)
class AssignmentAdmin(VersionedAdmin):
    form = AssignmentForm
    list_display = ["facilitator", "school", "starts_on", "ends_on", "district"]
    list_filter = [PeriodFilter, StageFilter]
    list_select_related = ["facilitator", "school__district"]
    search_fields = ["facilitator__name", "facilitator__email", "school__name", "=school__npsn"]
    autocomplete_fields = ["school"]
    date_hierarchy = "starts_on"

    def get_urls(self):
        choices = FacilitatorChoices.as_view(admin_site=self.admin_site)
        view = self.admin_site.admin_view(choices)
        return [
            path("fasilitator/", view, name="mentoring_assignment_facilitators"),
            *super().get_urls(),
        ]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "facilitator":
            kwargs["queryset"] = facilitators_for(request.user)
            kwargs["widget"] = FacilitatorSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("kecamatan"), ordering="school__district__name")
    def district(self, assignment: Assignment) -> str:
        return assignment.school.district.name
