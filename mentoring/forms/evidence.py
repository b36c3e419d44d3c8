"""The upload of evidence: several files at once, each judged by its own content later."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.models import Evidence, InstrumentItem, ItemKind, Visit
from portal.forms import Laid

ACCEPTED = "image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf"


class FilesInput(forms.ClearableFileInput):
    """The device's camera, gallery or files, several at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files as they were sent; what each of them is is for `operations.evidence` to say."""

    widget = FilesInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class EvidenceForm(Laid, forms.Form):
    """Files of one kind, and one caption for all of them; with a visit, they may answer its items."""

    kind = forms.ChoiceField(
        label=_("Jenis bukti"), choices=Evidence.Kind, initial=Evidence.Kind.PHOTO
    )
    files = FilesField(
        label=_("Pilih berkas"),
        help_text=_("Foto (JPEG, PNG, WebP, HEIC) atau PDF, masing-masing paling besar 10 MB."),
        allow_empty_file=True,
        error_messages={"required": _("Pilih setidaknya satu berkas.")},
    )
    caption = forms.CharField(label=_("Keterangan"), max_length=200, required=False)

    item = forms.ModelChoiceField(
        InstrumentItem.objects.none(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args, visit: Visit | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if visit is not None:
            photos = visit.instrument.items.filter(kind=ItemKind.PHOTO)
            self.fields["item"].queryset = photos
        self.fields["files"].widget.attrs |= {"accept": ACCEPTED}
        self.fields["caption"].help_text = _("Apa yang terlihat; berlaku untuk semua berkas ini.")


class FollowUpEvidenceForm(EvidenceForm):
    """Files that prove a follow-up: of one kind, so that it is not asked."""

    kind = None
    item = None
