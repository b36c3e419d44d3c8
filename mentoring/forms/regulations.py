"""Forms of a regulation and of its steps."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.forms.work_plans import ActivityField
from mentoring.models import Activity, Agreement, Regulation
from portal.forms import Laid, OnceForm, VersionedForm


class RegulationForm(Laid, forms.ModelForm):
    """A regulation: its sort, what it is about, its paper, and the activity that brings it about."""

    activity = ActivityField()

    class Meta:
        model = Regulation
        fields = ["kind", "about", "number", "activity", "file"]
        widgets = {"file": forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})}
        help_texts = {
            "number": _("Boleh kosong selama belum ditetapkan."),
            "file": _("PDF, JPG, atau PNG, paling besar 10 MB."),
        }

    def __init__(self, *args, agreement: Agreement, **kwargs):
        super().__init__(*args, **kwargs)
        activities = Activity.objects.standing().filter(
            plan__agreement=agreement, form=Activity.Form.REGULATION
        )
        # Its own may have been dropped since; an edit of something else keeps it.
        activities |= Activity.objects.filter(pk=self.instance.activity_id)
        self.fields["activity"].queryset = activities.select_related("plan", "clause")
        if self.instance.state in (Regulation.State.ENACTED, Regulation.State.REVOKED):
            self.fields["number"].required = True
            self.fields["number"].help_text = ""


class RegulationAddForm(RegulationForm, OnceForm):
    """Proposing a regulation."""

    on = forms.DateField(label=_("Tanggal usulan"), initial=timezone.localdate)


class RegulationEditForm(RegulationForm, VersionedForm):
    """Editing a regulation."""


class StepForm(Laid, forms.Form):
    """On which day a regulation took its next step, and why where a reason is asked.

    `to` is the state that the page showed, so that a form sent twice takes one step.
    """

    to = forms.ChoiceField(choices=Regulation.State, widget=forms.HiddenInput)
    on = forms.DateField(label=_("Tanggal"), initial=timezone.localdate)
    number = forms.CharField(label=_("Nomor"), max_length=80)
    reason = forms.CharField(
        label=_("Keterangan"), widget=forms.Textarea, max_length=1000, required=False
    )

    def __init__(self, *args, regulation: Regulation, **kwargs):
        super().__init__(*args, initial={"to": regulation.next_state}, **kwargs)
        if regulation.next_state == Regulation.State.ENACTED:
            self.fields["number"].initial = regulation.number
        else:
            del self.fields["number"]
        if regulation.next_state == Regulation.State.REVOKED:
            self.fields["reason"].required = True
            self.fields["reason"].label = _("Alasan")
            self.fields["reason"].error_messages["required"] = _("Tuliskan alasan pencabutannya.")
