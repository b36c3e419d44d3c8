"""The school's word on a report: right or not, and a signature."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.forms import Laid

WIDTH, HEIGHT = 1000, 400  # of the field that is signed in
MOST_POINTS = 6000
SHORTEST = 200  # a dot or a slip of the finger is no signature


class StrokesInput(forms.HiddenInput):
    """Hidden; a link to it leads to the field that is drawn in."""

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-field"


class StrokesField(forms.CharField):
    """A drawn signature as JSON: strokes of points, whole numbers inside the field."""

    widget = StrokesInput
    malformed = _("Gambar tanda tangan tidak terbaca. Hapus, lalu gambar lagi.")

    def clean(self, value) -> list[list[list[int]]]:
        text = super().clean(value)
        if not text:
            return []
        try:
            strokes = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.malformed) from error
        if not is_drawing(strokes):
            raise ValidationError(self.malformed)
        if length_of(strokes) < SHORTEST:
            raise ValidationError(_("Tanda tangan terlalu pendek. Hapus, lalu gambar lagi."))
        return strokes


def is_drawing(strokes) -> bool:
    """Whether it is a list of strokes, each of points inside the field, and not too many of them."""
    if not isinstance(strokes, list) or not all(isinstance(one, list) and one for one in strokes):
        return False
    points = [point for stroke in strokes for point in stroke]
    return len(points) <= MOST_POINTS and all(map(is_point, points))


def is_point(point) -> bool:
    if not isinstance(point, list) or [type(part) for part in point] != [int, int]:
        return False
    return 0 <= point[0] <= WIDTH and 0 <= point[1] <= HEIGHT


def length_of(strokes: list[list[list[int]]]) -> int:
    """How long the pen was on its way, in steps along the two axes."""
    return sum(
        abs(x - u) + abs(y - v)
        for stroke in strokes
        for (x, y), (u, v) in zip(stroke, stroke[1:], strict=False)
    )


class ConfirmForm(Laid, forms.Form):
    """Right or not, and what is not; `digest` names the report that was read."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    agrees = forms.TypedChoiceField(
        label=_("Menurut sekolah"),
        choices=[("ya", _("Laporan ini sesuai")), ("tidak", _("Ada yang tidak sesuai"))],
        coerce=lambda value: value == "ya",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Catatan sekolah"),
        help_text=_(
            "Wajib bila ada yang tidak sesuai: tuliskan bagian mana dan bagaimana seharusnya."
        ),
        widget=forms.Textarea,
        max_length=2000,
        required=False,
    )

    def clean(self):
        values = super().clean()
        if values.get("agrees") is False and not values.get("note"):
            self.add_error("note", _("Tuliskan apa yang tidak sesuai."))
        return values

    def renew(self, digest: str) -> None:
        """Keep what was typed, and let the next sending be about the report as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("digest")] = digest


class SignForm(ConfirmForm):
    """The same on the facilitator's phone: who confirms, and with which signature."""

    name = forms.CharField(label=_("Nama"), max_length=120)
    position = forms.CharField(label=_("Jabatan"), max_length=120)
    strokes = StrokesField(label=_("Tanda tangan"), required=False)
    typed = forms.BooleanField(
        label=_("Tanpa gambar: nama yang diketik di atas berlaku sebagai tanda tangan saya"),
        required=False,
    )
    field_order = ["digest", "agrees", "note", "name", "position", "strokes", "typed"]

    def clean(self):
        values = super().clean()
        unsigned = not values.get("strokes") and not values.pop("typed", False)
        if unsigned and "strokes" not in self.errors:
            self.add_error(
                "strokes", _("Gambar tanda tangan di kotak, atau centang pilihan tanpa gambar.")
            )
        values.pop("typed", None)
        return values

    def renew(self, digest: str) -> None:
        """A signature stands under what was read; what changed is signed anew."""
        super().renew(digest)
        for name in ("strokes", "typed"):
            self.data.pop(self.add_prefix(name), None)
