"""The forms of change proposals: what a school proposes, and what is decided about it."""

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.dates import has_come
from portal.forms import DateInput, OnceForm
from portal.models import Area, User
from schools.forms.existence import CHANGED
from schools.forms.schools import SchoolForm
from schools.models import Decision, Proposal, ProposedChange, School
from schools.operations.proposals import PROPOSABLE, Verdict


class ProposalForm(OnceForm, SchoolForm):
    """A school's record as its own account would have it."""

    note = forms.CharField(
        label=_("Keterangan"),
        required=False,
        max_length=500,
        widget=forms.Textarea,
        help_text=_("Dari mana data ini, misalnya nomor SK. Membantu yang memutuskan."),
    )

    class Meta(SchoolForm.Meta):
        fields = [*PROPOSABLE, "facts_since"]

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        del self.fields["npsn"]
        self.fields["district"] = forms.ModelChoiceField(
            Area.objects.filter(parent=self.instance.district.parent_id).order_by("name"),
            label=_("Kecamatan"),
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        self.initial["facts_since"] = timezone.localdate()
        since = self.fields["facts_since"]
        since.label = _("Berlaku sejak")
        since.help_text = _("Sejak kapan keadaan ini berlaku. Kosong berarti hari ini.")
        self.helper.layout = Layout(
            "key",
            Fieldset(_("Identitas"), "name", "form", "status"),
            Fieldset(_("Letak"), "district", "address", "latitude", "longitude"),
            Fieldset(
                _("Akreditasi"), "accreditation", "accreditation_number", "accreditation_until"
            ),
            Fieldset(_("Tentang usulan"), "facts_since", "note"),
        )


class DecisionForm(forms.Form):
    """A verdict and its reason for each field that waits; the versions that the decider saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    school_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    holds_from = forms.DateField(
        label=_("Berlaku sejak"),
        widget=DateInput(attrs={"class": "form-control"}),
        validators=[has_come],
        error_messages={"required": _("Isi tanggalnya."), "invalid": _("Tanggal tidak terbaca.")},
    )

    def __init__(self, *args, proposal: Proposal, school: School, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {
            "version": proposal.version,
            "school_version": school.version,
            "holds_from": max(proposal.holds_from, school.facts_since),
        }
        self.waiting: list[ProposedChange] = [
            change for change in proposal.changes.all() if change.decision == Decision.WAITING
        ]
        for change in self.waiting:
            self.fields[f"decision_{change.pk}"] = forms.ChoiceField(
                label=_("Keputusan"),
                choices=[
                    (Decision.ACCEPTED, _("Terima")),
                    (Decision.REJECTED, _("Tolak")),
                    ("", _("Nanti")),
                ],
                required=False,
                initial="",
                widget=forms.RadioSelect,
            )
            reason = forms.CharField(
                label=_("Alasan"),
                max_length=200,
                required=False,
                widget=forms.TextInput(attrs={"class": "form-control"}),
            )
            reason.widget.attrs.pop("maxlength")  # a text too long is told, not cut
            self.fields[f"reason_{change.pk}"] = reason

    def clean(self):
        """A reason for each rejection, and at least one decision."""
        values = super().clean()
        for change in self.waiting:
            rejected = values.get(f"decision_{change.pk}") == Decision.REJECTED
            if rejected and not values.get(f"reason_{change.pk}"):
                self.add_error(f"reason_{change.pk}", _("Tuliskan alasan penolakan."))
        if not self.errors and not self.verdicts:
            raise forms.ValidationError(_("Pilih terima atau tolak pada setidaknya satu isian."))
        return values

    @property
    def verdicts(self) -> dict[int, Verdict]:
        """Key of the change → what was decided."""
        return {
            change.pk: Verdict(
                Decision(self.cleaned_data[f"decision_{change.pk}"]),
                self.cleaned_data.get(f"reason_{change.pk}", ""),
            )
            for change in self.waiting
            if self.cleaned_data.get(f"decision_{change.pk}")
        }

    def note_conflict(self, proposal: Proposal, school: School) -> None:
        """Keep what was chosen, and let the next sending decide on what stands now."""
        self.data = self.data.copy()
        self.data["version"], self.data["school_version"] = (
            str(proposal.version),
            str(school.version),
        )
        self.add_error(None, CHANGED)
