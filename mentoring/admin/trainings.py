"""Trainings and their participants in the Django admin.

Sessions are shown on the training's page and edited on the portal's, which notices when somebody
saved a session or its attendance meanwhile. Participants, who may be many, have a list of their own.
"""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mentoring.forms.agreements import areas_of
from mentoring.models import Participant, Session, Training
from portal.admin_site import ScopedInline
from portal.record_admin import RecordAdmin, VersionedAdmin


def _nobody(inline, request, obj=None) -> bool:
    return False


class SessionInline(ScopedInline):
    """The sessions to read, each with the way to its page on the portal."""

    model = Session
    fields = ["topic", "date", "starts_at", "ends_at", "hours", "portal_page"]
    readonly_fields = fields
    has_add_permission = has_change_permission = has_delete_permission = _nobody

    @admin.display(description=_("ubah"))
    def portal_page(self, session: Session) -> str:
        url = reverse("mentoring:session-edit", args=[session.pk])
        return format_html('<a href="{}">{}</a>', url, _("Ubah sesi di portal"))


@admin.register(Training)
class TrainingAdmin(VersionedAdmin):
    list_display = ["title", "kind", "organiser", "area", "first_day", "participant_count"]
    list_filter = ["kind", "mode"]
    list_select_related = ["area"]
    search_fields = ["title", "organiser"]
    autocomplete_fields = ["agreement", "activity"]
    inlines = [SessionInline]
    readonly_fields = ["add_session"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_overview(request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A training stays within the administrator's own area."""
        if db_field.name == "area":
            kwargs["queryset"] = areas_of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("sesi"))
    def add_session(self, training: Training) -> str:
        """Where sessions are added: the training's page on the portal."""
        if training.pk is None:
            return _("Simpan pelatihan dahulu, lalu tambahkan sesinya di portal.")
        url = reverse("mentoring:session-add", args=[training.pk])
        return format_html('<a href="{}">{}</a>', url, _("Tambah sesi di portal"))

    @admin.display(description=_("tanggal pertama"), ordering="first_day")
    def first_day(self, training: Training):
        return training.first_day

    @admin.display(description=_("peserta"), ordering="participant_count")
    def participant_count(self, training: Training) -> int:
        return training.participant_count


@admin.register(Participant)
class ParticipantAdmin(RecordAdmin):
    list_display = ["name", "school", "training", "position", "masked_number"]
    list_select_related = ["school", "training"]
    search_fields = ["name", "school__name", "=school__npsn", "training__title"]
    autocomplete_fields = ["training", "school"]

    @admin.display(description=_("NIP/NUPTK"))
    def masked_number(self, participant: Participant) -> str:
        return participant.masked_number
