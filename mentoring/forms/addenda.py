"""The form of an addendum: its paper, and the agreement as it is to be."""

from itertools import chain

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.forms.agreements import ClauseForm, ClauseSet, areas_of, initial_of
from mentoring.models import Addendum, Agreement
from mentoring.operations.agreements import Row
from portal.forms import Laid, OnceForm, VersionedForm
from portal.history import Change
from portal.models import Area, User

CHANGED = ("starts_on", "ends_on", "area")


class AddendumForm(Laid, OnceForm, forms.ModelForm):
    """The addendum's own fields, and those of the agreement that it may change."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    starts_on = forms.DateField(label=_("Mulai berlaku"))
    ends_on = forms.DateField(label=_("Berakhir"))
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Wilayah kerja sama"))

    class Meta:
        model = Addendum
        fields = ["first_number", "second_number", "signed_on", "about", "scan"]
        widgets = {"scan": forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})}
        help_texts = {
            "signed_on": _("Adendum berlaku sejak hari ini ditandatangani."),
            "scan": _("PDF, JPG, atau PNG, paling besar 10 MB."),
        }

    def __init__(self, *args, user: User, agreement: Agreement, **kwargs):
        terms = {name: getattr(agreement, name) for name in CHANGED}
        initial = terms | {"version": agreement.version}
        super().__init__(*args, initial=initial, instance=Addendum(agreement=agreement), **kwargs)
        if self.files.get("scan"):
            self.fields["scan"].help_text = _(
                "Berkas harus dipilih lagi setelah formulir diperbaiki. Paling besar 10 MB."
            )
        self.fields["area"].queryset = areas_of(user)

    # The version is the agreement's: who saved it meanwhile is told as on its own form.
    conflict: list[Change] = []
    note_conflict = VersionedForm.note_conflict

    @property
    def changed(self) -> dict:
        """The agreement's fields as they are to be."""
        return {name: self.cleaned_data[name] for name in CHANGED}


class AddendumSheet:
    """The whole page: the addendum's form and the clauses as they are to be."""

    def __init__(self, user: User, agreement: Agreement, data=None, files=None):
        self.form = AddendumForm(data, files, user=user, agreement=agreement)
        standing = initial_of(ClauseForm, agreement.clauses.all())
        self.clauses = ClauseSet(data, prefix="lingkup", initial=standing)

    def __iter__(self):
        """Every field of the page, for the summary of errors."""
        return chain(self.form, *self.clauses.forms)

    def is_valid(self) -> bool:
        """Whether both are; each is asked, so that every error is shown at once."""
        return all([self.form.is_valid(), self.clauses.is_valid()])

    @property
    def errors(self) -> list:
        """What is wrong anywhere on the page; empty before it was sent."""
        return [e for e in (self.form.errors, *self.clauses.errors) if e] + self.non_field_errors

    @property
    def non_field_errors(self) -> list:
        return [*self.form.non_field_errors(), *self.clauses.non_form_errors()]

    @property
    def conflict(self) -> list[Change]:
        return self.form.conflict

    @property
    def rows(self) -> list[Row]:
        """The clauses for the operation."""
        return self.clauses.rows()
