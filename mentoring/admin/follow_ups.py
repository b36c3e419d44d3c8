"""Follow-ups in the Django admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from mentoring.models import FollowUp, Visit
from mentoring.queries.follow_ups import people_to_own, sides_of
from portal.operations import lock
from portal.record_admin import VersionedAdmin, VersionedAdminForm


class FollowUpAdminForm(VersionedAdminForm):
    """A correction leaves an agreed follow-up as complete as its report had to be."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if person := self.fields.get("owner_person"):
            person.queryset = people_to_own(self.instance.visit)

    def clean(self):
        # Before the follow-up itself, in the order of operations: meanwhile nobody sends it back.
        visit = lock(self.instance.visit)
        data = super().clean()
        if not is_correctable(visit):
            self.add_error(None, _("Baru dapat diperbaiki setelah laporan kunjungan diverifikasi."))
        if self.instance.is_verified:
            self.add_error(None, _("Tindak lanjut ini sudah diverifikasi, jadi tetap seperti itu."))
        if (person := data.get("owner_person")) and data.get("owner") not in sides_of(person):
            self.add_error("owner_person", _("Orang ini bukan dari pihak yang dipilih."))
        agreed = FollowUp(
            visit=visit,
            description=self.instance.description,
            owner=data.get("owner", ""),
            due_on=data.get("due_on"),
        )
        for name, sentence in agreed.missing().items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return data


def is_correctable(visit: Visit) -> bool:
    """Whether nobody writes or judges the report any more, who would not see the correction."""
    return visit.state == Visit.State.VERIFIED


@admin.register(FollowUp)
class FollowUpAdmin(VersionedAdmin):
    """To look things up, and to correct owner and due date once the visit is verified.

    Before, they are part of the report; progress is reported on its own page.
    """

    form = FollowUpAdminForm
    list_display = ["description", "school", "owner", "owner_name", "priority", "due_on", "state"]
    list_filter = ["state", "owner", "priority", "visit__school__stage"]
    list_select_related = ["visit__school"]
    search_fields = ["description", "visit__school__name", "=visit__school__npsn"]
    date_hierarchy = "due_on"
    fields = [
        "version",
        "visit",
        "description",
        "owner",
        "owner_name",
        "owner_person",
        "priority",
        "due_on",
        "state",
        "result",
        "reported_by",
        "verified_by",
    ]
    readonly_fields = ["visit", "description", "state", "result", "reported_by", "verified_by"]

    @admin.display(description=_("sekolah"), ordering="visit__school__name")
    def school(self, follow_up: FollowUp) -> str:
        return follow_up.visit.school.name

    def has_add_permission(self, request) -> bool:
        """Follow-ups are agreed at a visit."""
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or (is_correctable(obj.visit) and not obj.is_verified))

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
