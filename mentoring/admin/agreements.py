"""Agreements in the Django admin."""

from django import forms
from django.contrib import admin
from django.db import models
from django.forms import BaseInlineFormSet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mentoring.forms.agreements import BothSidesSet, areas_of
from mentoring.models import Agreement, Clause, Party
from mentoring.models.agreements import Side
from mentoring.operations.endings import note_renewal
from mentoring.tables.agreements import standing
from portal.admin_site import ScopedInline
from portal.record_admin import VersionedAdmin


class PartyFormSet(BothSidesSet, BaseInlineFormSet):
    """The signatories, with the portal's rule that each side has one."""


class PartyInline(ScopedInline):
    model = Party
    formset = PartyFormSet
    min_num = len(Side)


class ClauseInline(ScopedInline):
    model = Clause


@admin.register(Agreement)
class AgreementAdmin(VersionedAdmin):
    list_display = ["title", "kind", "area", "starts_on", "ends_on", "standing"]
    list_filter = ["kind", "state"]
    list_select_related = ["area"]
    search_fields = ["title", "first_number", "second_number"]
    date_hierarchy = "starts_on"
    inlines = [PartyInline, ClauseInline]
    readonly_fields = ["scan_link"]
    # The admin's own file widget would show an address that nobody may open.
    formfield_overrides = {models.FileField: {"widget": forms.FileInput}}

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """An agreement stays within the administrator's own area."""
        if db_field.name == "area":
            kwargs["queryset"] = areas_of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        note_renewal(obj)

    @admin.display(description=_("status"))
    def standing(self, agreement: Agreement) -> str:
        return standing(agreement)

    @admin.display(description=_("pindaian tersimpan"))
    def scan_link(self, agreement: Agreement) -> str:
        if not agreement.scan:
            return _("belum diunggah")
        return format_html(
            '<a href="{}">{}</a>',
            reverse("mentoring:agreement-scan", args=[agreement.pk]),
            _("Unduh pindaian"),
        )
