"""The forms of the instrument's editor: a version, its sections, its items, and a file to take in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.models import Instrument, InstrumentItem, InstrumentSection, ItemKind
from mentoring.models.kinds import CHOOSING, kind_of, lines_of
from portal.forms import Laid, OnceForm, VersionedForm

LONGEST_CHOICE, MOST_CHOICES = 120, 50
COMMON = ["text", "help", "code", "required"]
OF_KIND = {
    ItemKind.RUBRIC: ["level_1", "level_2", "level_3", "level_4", "weight"],
    ItemKind.NUMBER: ["minimum", "maximum", "unit"],
}
RULE = ["shown_if", "shown_how", "shown_value"]


class InstrumentForm(Laid, OnceForm, forms.ModelForm):
    """A new family of versions."""

    class Meta:
        model = Instrument
        fields = ["name", "code", "description"]
        help_texts = {"code": _("Nama tetap untuk semua versinya, misalnya supervisi-akademik.")}

    def clean_code(self):
        code = self.cleaned_data["code"]
        if Instrument.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Kode ini sudah dipakai instrumen lain."))
        return code


class InstrumentEditForm(Laid, VersionedForm):
    class Meta:
        model = Instrument
        fields = ["name", "description"]


class SectionForm(Laid, OnceForm, forms.ModelForm):
    class Meta:
        model = InstrumentSection
        fields = ["title", "weight"]


class SectionEditForm(Laid, VersionedForm):
    class Meta:
        model = InstrumentSection
        fields = ["title", "weight"]


class ItemFields(forms.ModelForm):
    """What an item of the instance's kind is made of, and when it is shown."""

    choices = forms.CharField(
        label=_("Pilihan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Satu pilihan tiap baris."),
    )

    class Meta:
        model = InstrumentItem
        fields = [*COMMON, *OF_KIND[ItemKind.RUBRIC], *OF_KIND[ItemKind.NUMBER], *RULE]
        widgets = {"shown_value": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "code": _("Nama pendek butir ini dalam berkas dan di versi berikutnya."),
            "shown_if": _("Kosongkan bila butir ini selalu ditanyakan."),
            "shown_value": _(
                "Tingkat rubrik, angka, ya atau tidak, atau teks pilihan; satu tiap baris."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        item = self.instance
        own = [*COMMON, *OF_KIND.get(item.kind, []), *RULE]
        if item.kind in CHOOSING:
            own.insert(2, "choices")
            self.initial["choices"] = (
                "\n".join(c.text for c in item.choices.all()) if item.pk else ""
            )
        kept = [name for name in self.fields if name in ("key", "version")]
        self.fields = {name: self.fields[name] for name in [*kept, *own]}
        self.fields["shown_if"].queryset = self._sources()
        self.fields["shown_if"].empty_label = _("Selalu tampil")
        if not item.pk:
            self.initial["code"] = self._free_code()

    def _sources(self):
        """The other items of the version that may decide."""
        ruling = [kind for kind in ItemKind if kind_of(InstrumentItem(kind=kind)).may_rule]
        return self.instance.instrument.items.filter(kind__in=ruling).exclude(pk=self.instance.pk)

    def _free_code(self) -> str:
        taken = set(self.instance.instrument.items.values_list("code", flat=True))
        number = len(taken) + 1
        while f"b{number}" in taken:
            number += 1
        return f"b{number}"

    def clean_code(self):
        code = self.cleaned_data["code"]
        others = self.instance.instrument.items.exclude(pk=self.instance.pk)
        if others.filter(code=code).exists():
            raise forms.ValidationError(_("Kode ini sudah dipakai butir lain."))
        return code

    def clean_choices(self) -> list[str]:
        lines = lines_of(self.cleaned_data["choices"])
        if len(lines) > MOST_CHOICES:
            raise forms.ValidationError(_("Paling banyak %d pilihan.") % MOST_CHOICES)
        if any(len(line) > LONGEST_CHOICE for line in lines):
            raise forms.ValidationError(_("Satu pilihan paling panjang %d huruf.") % LONGEST_CHOICE)
        return lines

    def clean_shown_value(self) -> str:
        return "\n".join(lines_of(self.cleaned_data["shown_value"]))

    def clean(self):
        data = super().clean()
        rule = [data.get(name) for name in RULE]
        if any(rule) and not all(rule) and not any(name in self.errors for name in RULE):
            empty = next(name for name in RULE if not data.get(name))
            self.add_error(empty, _("Isi butir, syarat, dan nilainya, atau kosongkan ketiganya."))
        return data


class ItemForm(Laid, OnceForm, ItemFields):
    """A new item."""


class ItemEditForm(Laid, VersionedForm, ItemFields):
    """An item of a draft."""


class InstrumentFileForm(Laid, OnceForm, forms.Form):
    """An instrument as JSON or as a workbook."""

    file = forms.FileField(
        label=_("Berkas"),
        help_text=_(
            "JSON atau .xlsx, seperti yang diunduh dari sebuah instrumen; paling besar 2 MB."
        ),
        error_messages={
            "required": _("Pilih berkas dari komputer Anda."),
            "empty": _("Berkas ini kosong (0 bita). Pilih berkas lain."),
        },
        widget=forms.FileInput(attrs={"accept": ".json,.xlsx"}),
    )
