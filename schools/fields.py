"""Fields of forms that read what people type about a school: NPSN, coordinates, kecamatan."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from portal.models import Area, User
from schools.models import NPSN_PATTERN
from schools.search import words

COORDINATE = re.compile(r"-?[0-9]{1,3}([.,][0-9]+)?")
DISTRICT_CODE = re.compile(r"\b[0-9]{2}\.[0-9]{2}\.[0-9]{2}\b")
SEVEN_DECIMALS = Decimal("0.0000001")  # about a centimetre
DISTRICTS_OFFERED = 20


class NpsnField(forms.CharField):
    """An NPSN as people type and Excel delivers it: spaces around, `p9970001`, `69760306.0`."""

    def to_python(self, value):
        """The NPSN with an upper-case letter. Raises ValidationError for anything else."""
        typed = super().to_python(value)
        if typed in self.empty_values:
            return typed
        npsn = re.sub(r"\A([0-9]{8})\.0\Z", r"\1", typed).upper()
        if re.fullmatch(r"[0-9]{6}", npsn):
            raise ValidationError(
                _(
                    "%(npsn)s adalah kode perguruan tinggi (6 angka). Portal ini memuat sekolah: "
                    "isi NPSN 8 angka."
                ),
                params={"npsn": typed},
            )
        if not re.match(NPSN_PATTERN, npsn):
            raise ValidationError(
                _(
                    "NPSN harus 8 angka, atau P dan 7 angka untuk PKBM, atau K dan 7 angka untuk "
                    "kursus. Periksa kembali: %(npsn)s."
                ),
                params={"npsn": typed},
            )
        return npsn


class CoordinateField(forms.CharField):
    """Degrees with a decimal comma or point, rounded to seven decimals; None when left empty.

    Not Django's localized DecimalField: that one reads `114.548` as a hundred thousand.
    """

    def __init__(self, *, example: str, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "text"}))
        super().__init__(**kwargs)
        self.example = example

    def to_python(self, value):
        """The number. Raises ValidationError for anything that is not one."""
        typed = super().to_python(str(value) if isinstance(value, Decimal) else value)
        if typed in self.empty_values:
            return None
        plain = typed.replace("−", "-")
        if not COORDINATE.fullmatch(plain):
            raise ValidationError(
                _("Isi dengan derajat desimal, misalnya %(example)s. Periksa kembali: %(typed)s."),
                params={"example": self.example, "typed": typed},
            )
        return Decimal(plain.replace(",", ".")).quantize(SEVEN_DECIMALS)


class DistrictInput(forms.TextInput):
    """A text box that suggests kecamatan while one types."""

    template_name = "schools/schools/district_input.html"


class DistrictSearchField(forms.ModelChoiceField):
    """A kecamatan chosen by typing, where a drop-down would be too long."""

    widget = DistrictInput

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs |= {
            "list": "district-suggestions",
            "hx-get": reverse_lazy("schools:district-search"),
            "hx-trigger": "input changed delay:250ms",
            "hx-target": "#district-suggestions",
            "hx-sync": "this:replace",
            "autocomplete": "off",
        }

    def prepare_value(self, value):
        """What the box shows of a stored kecamatan; what was typed stays as it was."""
        if not DISTRICT_CODE.fullmatch(value or ""):
            return value
        found = self.queryset.select_related("parent").filter(pk=value).first()
        return district_label(found) if found else value

    def to_python(self, value):
        """The kecamatan whose code, or else whose whole name, was typed."""
        typed = (value or "").replace("\0", "").strip()
        if not typed:
            return None
        code = DISTRICT_CODE.search(typed)
        condition = {"pk": code[0]} if code else {"name__iexact": typed.split(",")[0].strip()}
        found = list(self.queryset.filter(**condition)[:2])
        if len(found) == 1:
            return found[0]
        raise ValidationError(
            _("Ada beberapa kecamatan bernama sama. Pilih satu dari daftar.")
            if found
            else _(
                "Kecamatan tidak ditemukan dalam cakupan Anda. "
                "Ketik namanya, lalu pilih dari daftar."
            )
        )


def districts_of(user: User):
    """The kecamatan inside the user's scope."""
    return Area.objects.in_scope_of(user).filter(level=Area.Level.DISTRICT)


def districts_like(user: User, text: str) -> list[str]:
    """Labels of the first kecamatan in the user's scope whose name holds each word typed."""
    typed = words(text)
    if not typed:
        return []
    districts = districts_of(user).select_related("parent").order_by("name", "code")
    for word in typed:
        districts = districts.filter(name__icontains=word)
    return [district_label(district) for district in districts[:DISTRICTS_OFFERED]]


def district_label(district: Area) -> str:
    """A kecamatan that cannot be mistaken for one of the same name elsewhere."""
    return f"{district.name}, {district.parent.name} ({district.pk})"


def district_field(user: User) -> forms.ModelChoiceField:
    """The choice of a kecamatan: a drop-down inside one kabupaten/kota, a search above."""
    label = _("Kecamatan")
    if user.area and user.area.level in (Area.Level.CITY, Area.Level.DISTRICT):
        return forms.ModelChoiceField(
            districts_of(user),
            label=label,
            empty_label=_("Pilih kecamatan"),
            error_messages={
                "invalid_choice": _("Pilih kecamatan dari daftar. Yang lain di luar cakupan Anda.")
            },
        )
    return DistrictSearchField(
        queryset=districts_of(user),
        label=label,
        help_text=_("Ketik sebagian namanya, lalu pilih dari daftar."),
    )
