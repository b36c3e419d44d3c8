"""The upload of photos: several at once, each judged by its own content later."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.models import InstrumentItem, ItemKind, Visit
from portal.forms import Laid


class PhotosInput(forms.ClearableFileInput):
    """The device's camera or gallery, several photos at once."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Files as they were sent; whether each is a photo is for `operations.photos` to say."""

    widget = PhotosInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(PhotosField, self).clean(file, initial) for file in files or [None]]


class PhotosForm(Laid, forms.Form):
    """Photos and one caption for all of them; with a visit, they may answer one of its items."""

    photos = PhotosField(
        label=_("Pilih foto"),
        help_text=_("JPEG, PNG, atau WebP, masing-masing paling besar 10 MB."),
        allow_empty_file=True,
        error_messages={"required": _("Pilih setidaknya satu foto.")},
    )
    caption = forms.CharField(label=_("Keterangan"), max_length=200, required=False)

    item = forms.ModelChoiceField(
        InstrumentItem.objects.none(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args, visit: Visit | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if visit is not None:
            items = visit.instrument.items.filter(kind=ItemKind.PHOTO)
            self.fields["item"].queryset = items
        self.fields["photos"].widget.attrs |= {"accept": "image/jpeg,image/png,image/webp"}
        self.fields["caption"].help_text = _("Apa yang terlihat; berlaku untuk semua foto ini.")


class FollowUpEvidenceForm(Laid, forms.Form):
    """Files that prove a follow-up, and one caption for all of them."""

    files = PhotosField(
        label=_("Pilih berkas bukti"),
        help_text=_("Foto JPEG, PNG, atau WebP, atau PDF; masing-masing paling besar 10 MB."),
        allow_empty_file=True,
        error_messages={"required": _("Pilih setidaknya satu berkas.")},
    )
    caption = forms.CharField(label=_("Keterangan"), max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        accepted = "image/jpeg,image/png,image/webp,application/pdf"
        self.fields["files"].widget.attrs |= {"accept": accepted}
        self.fields["caption"].help_text = _("Apa yang terlihat; berlaku untuk semua berkas ini.")
