"""The choice how notices are mailed, and up to which notice a page was read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import Laid
from portal.notices.models import MailChoice


class MailChoiceForm(Laid, forms.ModelForm):
    class Meta:
        model = MailChoice
        fields = ["when"]
        widgets = {"when": forms.RadioSelect}
        help_texts = {
            "when": _("Semua pemberitahuan tetap ada di portal, apa pun pilihan Anda di sini."),
        }


class UntilForm(forms.Form):
    """The newest notice that the reader's page showed."""

    until = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
