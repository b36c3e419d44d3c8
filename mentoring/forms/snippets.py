"""The form of a text template."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.models import Snippet
from portal.forms import Laid, OnceForm, VersionedForm


class SnippetForm(Laid, OnceForm, forms.ModelForm):
    """A new template: one's own, or shared by all where one may keep those."""

    shared = forms.BooleanField(
        label=_("Untuk semua orang"),
        required=False,
        help_text=_("Templat bersama dapat disisipkan semua orang; admin yang merawatnya."),
    )

    class Meta:
        model = Snippet
        fields = ["title", "text"]
        help_texts = {"text": _("Kalimat yang sering dipakai dalam laporan.")}

    def __init__(self, *args, may_share: bool, **kwargs):
        self.base_fields = {
            name: field for name, field in self.base_fields.items() if may_share or name != "shared"
        }
        super().__init__(*args, **kwargs)


class SnippetEditForm(Laid, VersionedForm):
    class Meta:
        model = Snippet
        fields = ["title", "text"]
