"""A comment under a visit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import Laid, OnceForm


class CommentForm(Laid, forms.Form):
    text = forms.CharField(
        label=_("Komentar"),
        help_text=_("Sebut seseorang dengan @ dan namanya; ia diberi tahu."),
        widget=forms.Textarea(attrs={"rows": 3, "data-mentions": True}),
        max_length=2000,
        error_messages={"required": _("Tulis komentarnya.")},
    )


class NewCommentForm(CommentForm, OnceForm):
    """A new one, kept once however often it is sent."""
