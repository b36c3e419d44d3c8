"""The upload of a file, and the matching of its columns."""

from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.dates import has_come
from portal.forms import Laid, OnceForm
from portal.imports.cells import column_letter
from portal.imports.models import Batch
from portal.imports.profiles import Profile
from portal.models import Area, User


class UploadForm(OnceForm, Laid, forms.Form):
    """A file, the area that it is about, and the day from which its facts hold."""

    file = forms.FileField(
        label=_("Berkas"),
        help_text=_(
            "Paling besar 50 MB dan 1.000.000 baris: .xlsx, .xls, .ods, atau .csv. Judul kolom dicari "
            "sendiri, di baris mana pun."
        ),
        error_messages={
            "required": _("Pilih berkas dari komputer Anda."),
            "empty": _("Berkas ini kosong (0 bita). Pilih berkas lain."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
    )
    holds_from = forms.DateField(
        label=_("Berlaku sejak"),
        help_text=_(
            "Hari sejak kapan isi berkas ini benar. Daftar untuk hari sebelumnya tidak berubah."
        ),
    )
    area = forms.CharField(label=_("Kode wilayah"), required=False, max_length=13)

    def __init__(self, *args, user: User, profile: Profile, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if profile.is_dated:
            self.fields["holds_from"].initial = timezone.localdate()
        else:
            del self.fields["holds_from"]
        if profile.reshape:
            self.fields["file"].widget.attrs["accept"] += ",.zip"
            self.fields["file"].help_text = _(
                "Paling besar 50 MB dan 1.000.000 nilai: .xlsx, .xls, .ods, .csv, atau banyak buku kerja "
                "dalam satu .zip. Bentuk dan judul kolomnya dikenali sendiri."
            )
        self.fields["area"].help_text = (
            _("Kosongkan untuk %(area)s, atau isi kode yang lebih sempit, misalnya 63.71.01.")
            % {"area": user.area}
            if user.area
            else _("Kosongkan untuk seluruh Indonesia, atau isi kode, misalnya 63.71.")
        )
        self.order_fields(["key", "file", "holds_from", "area"])
        self.helper.layout = Layout(*self.fields)

    def clean_holds_from(self):
        has_come(self.cleaned_data["holds_from"])
        return self.cleaned_data["holds_from"]

    def clean_area(self) -> Area | None:
        """The area named by its code, or else the user's own."""
        code = self.cleaned_data["area"].replace("\0", "").strip()
        if not code:
            return self.user.area
        found = Area.objects.in_scope_of(self.user).filter(pk=code).first()
        if found is None:
            raise forms.ValidationError(
                _("Tidak ada wilayah dengan kode ini dalam cakupan Anda. Contoh: 63.71.01.")
            )
        return found


class MatchingForm(Laid, forms.Form):
    """Which column of the file is which; the header row and sheet as they were found, or corrected."""

    sheet = forms.ChoiceField(label=_("Lembar"))
    header_row = forms.IntegerField(
        label=_("Baris judul kolom"),
        min_value=1,
        max_value=1000,
        help_text=_("Nomor baris dalam berkas, dari 1."),
    )
    remember = forms.BooleanField(
        label=_("Ingat pencocokan ini untuk berkas dengan judul kolom yang sama"),
        required=False,
        initial=True,
    )

    def __init__(self, *args, batch: Batch, profile: Profile, **kwargs):
        super().__init__(*args, **kwargs)
        self.profile = profile
        self.only_sheet = batch.sheets[0] if len(batch.sheets) == 1 else None
        if self.only_sheet is None:
            self.fields["sheet"].choices = [(name, name) for name in batch.sheets]
            self.fields["sheet"].initial = batch.sheet
        else:
            del self.fields["sheet"]
        self.fields["header_row"].initial = batch.header_row
        headers = [
            (str(position), _told(batch, position)) for position in range(len(batch.headers))
        ]
        for column in profile.columns:
            self.fields[f"column_{column.name}"] = forms.ChoiceField(
                label=column.label,
                choices=[("", _("(tidak ada dalam berkas)")), *headers],
                required=column.required,
                initial=str(batch.matching.get(column.name, "")),
                error_messages={"required": _("Pilih kolom berkas yang memuat %s.") % column.label},
            )
        self.order_fields([*[n for n in self.fields if n != "remember"], "remember"])
        self.helper.layout = Layout(*self.fields)

    @property
    def chosen_sheet(self) -> str:
        """The sheet to read."""
        return self.only_sheet if self.only_sheet is not None else self.cleaned_data["sheet"]

    @property
    def matching(self) -> dict[str, int]:
        """Column name → position, of the columns that were matched."""
        chosen = {c.name: self.cleaned_data[f"column_{c.name}"] for c in self.profile.columns}
        return {name: int(position) for name, position in chosen.items() if position}


def _told(batch: Batch, position: int) -> str:
    """A column of the file as a choice: its letter, its header, and what stands below it."""
    title = f"{column_letter(position)}: {batch.headers[position] or '–'}"[:80]
    below = batch.samples[position] if position < len(batch.samples) else []
    return f"{title} ({', '.join(below)})" if below else title
