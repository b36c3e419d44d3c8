"""Amounts in rupiah as people type them: 1.250.000, Rp1.250.000,00, 1250000."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

AMOUNT = re.compile(r"(?:rp\.?)?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,13})(?:,([0-9]{1,2}))?", re.I)


class RupiahField(forms.CharField):
    """A Decimal of rupiah; dots are thousands, a comma starts the cents. None where it is empty."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 30, "help_text": _("Contoh: 12.500.000")} | kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def prepare_value(self, value):
        """A stored amount the way it is typed: 12.500.000 or 12.500.000,50."""
        if not isinstance(value, Decimal):
            return value
        whole, cents = f"{value:.2f}".split(".")
        text = f"{int(whole):,}".replace(",", ".")
        return text if cents == "00" else f"{text},{cents}"

    def clean(self, value) -> Decimal | None:
        text = super().clean(value)
        if not text:
            return None
        found = AMOUNT.fullmatch(text.replace("\N{NO-BREAK SPACE}", "").replace(" ", ""))
        if found is None:
            raise ValidationError(_("Tulis jumlah rupiah dengan angka, misalnya 12.500.000."))
        whole, cents = found.groups()
        return Decimal(f"{whole.replace('.', '')}.{cents or 0}")
