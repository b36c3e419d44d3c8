"""The form that makes one school of two records."""

from dataclasses import dataclass

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import Laid
from portal.history import readable
from schools.forms.existence import day_field, reason_field
from schools.models import School
from schools.operations.mergers import CHOICES

LABELS = {
    "name": _("Nama"),
    "form": _("Bentuk"),
    "status": _("Status"),
    "district": _("Kecamatan"),
    "address": _("Alamat"),
    "place": _("Koordinat"),
    "accreditation": _("Akreditasi"),
    "dapodik": _("Id Dapodik"),
}


@dataclass(frozen=True)
class Fact:
    """What both records say about one thing."""

    name: str
    label: str
    kept: str
    absorbed: str

    @property
    def differs(self) -> bool:
        return self.kept != self.absorbed


def facts_of(kept: School, absorbed: School) -> list[Fact]:
    """What a person compares of two records."""
    return [
        Fact(name, str(LABELS[name]), _said(kept, fields), _said(absorbed, fields))
        for name, fields in CHOICES.items()
    ]


def _said(school: School, fields: tuple[str, ...]) -> str:
    if fields == ("district_id",):
        return school.district.name
    said = [readable(School._meta.get_field(name), getattr(school, name)) for name in fields]
    return " · ".join(word for word in said if word != "–") or "–"


class MergeForm(Laid, forms.Form):
    """Which values hold, since when the records are one, and why."""

    kept_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    absorbed_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    on = day_field(
        _("Digabung sejak"), _("Daftar untuk hari sebelumnya tetap menunjukkan keduanya.")
    )
    reason = reason_field(_("Misalnya: tercatat dua kali dengan ejaan berbeda."))

    def __init__(self, *args, kept: School, absorbed: School, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"kept_version": kept.version, "absorbed_version": absorbed.version}
        self.facts = facts_of(kept, absorbed)
        for fact in self.facts:
            if fact.differs:
                sides = [("kept", fact.kept), ("absorbed", fact.absorbed)]
                self.fields[fact.name] = forms.ChoiceField(
                    label=fact.label,
                    choices=sides,
                    widget=forms.RadioSelect,
                    initial="absorbed" if fact.kept == "–" else "kept",
                )

        chosen = [fact.name for fact in self.facts if fact.differs]
        self.helper.layout = Layout("kept_version", "absorbed_version", *chosen, "on", "reason")

    @property
    def taken(self) -> set[str]:
        """The facts whose value comes from the absorbed record."""
        return {name for name in CHOICES if self.cleaned_data.get(name) == "absorbed"}

    @property
    def same(self) -> list[Fact]:
        return [fact for fact in self.facts if not fact.differs]
