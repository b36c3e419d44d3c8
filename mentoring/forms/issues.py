"""The forms of an issue: raised, and each of its steps with the words that it asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.forms.visits import ReadForm
from mentoring.models import Issue
from portal.forms import Laid, OnceForm

CHANGED = _("Hambatan ini berubah setelah Anda membukanya. Baca kembali, lalu putuskan.")


class IssueForm(Laid, OnceForm, forms.ModelForm):
    """What hinders a school, and on whose level's desk it is put first."""

    class Meta:
        model = Issue
        fields = ["title", "description", "first_level"]
        widgets = {"first_level": forms.RadioSelect}
        help_texts = {
            "title": _("Satu kalimat, misalnya: belum ada guru BK di jenjang SD."),
            "description": _("Apa yang terhambat, dan apa yang sudah dicoba."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["first_level"]
        field.label = _("Ditangani mulai dari tingkat")
        field.choices = Issue.Level.choices


class IssueStepForm(Laid, ReadForm):
    """The words of a step, on the issue as it was read."""

    text = forms.CharField(
        label=_("Alasan"),
        widget=forms.Textarea,
        max_length=4000,
        min_length=5,
        error_messages={
            "required": _("Isian ini belum diisi."),
            "min_length": _("Terlalu singkat. Tulis setidaknya beberapa kata."),
        },
    )

    def __init__(self, *args, label: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label

    def clean_text(self) -> str:
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def note_conflict(self, current: Issue) -> None:
        """Keep the words, and let the next sending decide on the issue as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, CHANGED)
