"""The catalogue and its sets in the Django admin; figures are read there and corrected on the portal."""

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from indicators.figures import written
from indicators.filters import search_indicators
from indicators.models import (
    Indicator,
    IndicatorSet,
    Measurement,
    QualityRule,
    QualityRulePart,
    SetMember,
)
from indicators.models.measurements import FIRST_YEAR
from indicators.operations import newest_year
from indicators.templatetags.indicators import colour_badge
from portal.admin_site import ScopedInline
from portal.record_admin import RecordAdmin, ReferenceAdmin, SharedAdmin
from schools.models import School


@admin.register(Indicator)
class IndicatorAdmin(ReferenceAdmin):
    """The ministry's catalogue: what it published is read; labels and comparability are kept up."""

    writing = "indicators.change_indicator"
    list_display = ["code", "name", "service", "unit", "data_source", "comparable", "at_school"]
    list_display_links = ["code", "name"]
    list_filter = ["service", "unit", "at_school", "direction"]
    search_fields = ["code", "name"]
    ordering = ["service", "code", "name"]
    fieldsets = [
        (None, {"fields": ["service", "code", "name", "parent_code", "unit", "data_source"]}),
        (_("Label"), {"fields": ["label_red", "label_yellow", "label_green", "direction"]}),
        (_("Ambang"), {"fields": ["yellow_from", "green_above", "comparable_from"]}),
        (_("Tersedia untuk"), {"fields": ["at_school", "at_city", "at_province"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        """The key of an indicator that stands is not renamed: figures hang on it."""
        return ["service", "code", "name", "unit"] if obj else []

    @admin.display(description=_("dapat dibandingkan sejak"), ordering="comparable_from")
    def comparable(self, indicator: Indicator) -> str:
        return str(indicator.comparable_from or "–")


class SetMemberForm(forms.ModelForm):
    """A row of a set: a new one chooses its indicator, one that stands keeps it (or is deleted)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # The search of a new row would ask the database once for each row that stands.
            chosen = self.instance.indicator
            self.fields["indicator"].disabled = True
            self.fields["indicator"].widget = forms.Select(choices=[(chosen.pk, str(chosen))])


class SetMemberInline(ScopedInline):
    model = SetMember
    form = SetMemberForm
    autocomplete_fields = ["indicator"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("indicator")


@admin.register(IndicatorSet)
class IndicatorSetAdmin(SharedAdmin):
    list_display = ["name", "code", "valid_from", "valid_until"]
    search_fields = ["name", "code"]
    inlines = [SetMemberInline]

    def is_used(self, record: IndicatorSet) -> bool:
        """Reports arrange figures by the set: it is in use once one of its indicators has any."""
        return Measurement.objects.filter(indicator__sets=record).exists()


class QualityRulePartInline(ScopedInline):
    model = QualityRulePart
    autocomplete_fields = ["indicator"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("indicator")


@admin.register(QualityRule)
class QualityRuleAdmin(SharedAdmin):
    list_display = ["name", "kind", "limit", "is_active"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["first"]
    inlines = [QualityRulePartInline]

    def is_used(self, record: QualityRule) -> bool:
        """Somebody accepted findings of it with reasons."""
        return record.acceptances.exists()


class YearFilter(admin.SimpleListFilter):
    """Rapor years, without asking the whole table which of them it holds."""

    title = _("tahun Rapor")
    parameter_name = "tahun"

    def lookups(self, request, model_admin):
        return [(str(year), str(year)) for year in range(newest_year(), FIRST_YEAR - 1, -1)]

    def queryset(self, request, measurements):
        return measurements.filter(year=self.value()) if self.value() else measurements


@admin.register(Measurement)
class MeasurementAdmin(RecordAdmin):
    """Figures to look up: a correction goes through the portal's page, which asks for its reason."""

    list_display = ["place_name", "indicator", "rapor_year", "shown", "label_shown", "source"]
    list_filter = [YearFilter, "colour", "state"]
    list_select_related = ["indicator", "school", "area"]
    search_fields = ["school__name"]  # switches the search on; get_search_results does it
    search_help_text = _("Nama sekolah atau NPSN, nama wilayah, kode atau nama indikator")
    fields = [
        "place_name",
        "indicator",
        "rapor_year",
        "shown",
        "label_shown",
        "source",
        "state",
        "note",
        "reason",
        "correction",
    ]
    readonly_fields = fields

    def get_search_results(self, request, queryset, search_term):
        """Schools through their search index, areas and indicators by name or code."""
        text = search_term.replace("\0", "").strip()
        if not text:
            return queryset, False
        return queryset.filter(
            Q(school__in=School.objects.search(text))
            | Q(area__name__icontains=text)
            | Q(indicator__in=search_indicators(Indicator.objects.all(), text))
        ), False

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=_("tempat"))
    def place_name(self, measurement: Measurement) -> str:
        return str(measurement.place)

    @admin.display(description=_("tahun Rapor"), ordering="year")
    def rapor_year(self, measurement: Measurement) -> str:
        return str(measurement.year)

    @admin.display(description=_("nilai"), ordering="value")
    def shown(self, measurement: Measurement) -> str:
        return written(measurement.indicator, measurement.value)

    @admin.display(description=_("label"), ordering="colour")
    def label_shown(self, measurement: Measurement) -> str:
        return colour_badge(measurement.colour, measurement.label)

    @admin.display(description=_("koreksi"))
    def correction(self, measurement: Measurement) -> str:
        url = reverse("indicators:measurement-correct", args=[measurement.pk])
        return format_html('<a href="{}">{}</a>', url, _("Koreksi dengan alasan di portal"))
