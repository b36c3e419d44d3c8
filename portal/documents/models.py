"""Series of numbers for papers: how a number is written, and how far each year has come."""

import re

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

TOKEN = re.compile(r"\{(nomor|bulan|tahun)(?::0?([1-9]))?\}")


def check_format(text: str) -> None:
    """Refuse a way of writing numbers that is not understood, or that writes two papers alike."""
    named = {match[1] for match in TOKEN.finditer(text)}
    if not {"nomor", "tahun"} <= named:
        raise ValidationError(_("Tulis {nomor} dan {tahun}, supaya tidak ada nomor yang sama."))
    if re.search(r"[{}]", TOKEN.sub("", text)):
        raise ValidationError(_("Yang dikenal hanya {nomor}, {nomor:4}, {bulan}, dan {tahun}."))


class NumberSeriesQuerySet(models.QuerySet):
    def visible_to(self, user) -> "NumberSeriesQuerySet":
        """Shared by all scopes."""
        return self if user.is_authenticated else self.none()


@pghistory.track()
class NumberSeries(models.Model):
    """How papers of one kind are numbered: from 1 each year, without a gap."""

    code = models.SlugField(_("kode"), max_length=30, primary_key=True, editable=False)
    name = models.CharField(_("jenis naskah"), max_length=80)
    format = models.CharField(
        _("bentuk nomor"),
        max_length=80,
        validators=[check_format],
        help_text=_("{nomor:4} = nomor urut 4 angka, {bulan} = bulan Romawi, {tahun} = tahun."),
    )

    objects = NumberSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("seri nomor naskah")
        verbose_name_plural = _("seri nomor naskah")
        ordering = ["name"]

    def __str__(self):
        return self.name


@pghistory.track()
class Counter(models.Model):
    """The last number that a series gave out in a year."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="counters")
    year = models.PositiveSmallIntegerField(_("tahun"))
    last = models.PositiveIntegerField(_("nomor terakhir"), default=0)

    class Meta:
        verbose_name = _("nomor terakhir")
        verbose_name_plural = _("nomor terakhir")
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="counter_once_a_year"),
            models.CheckConstraint(name="counter_year_is_a_year", condition=Q(year__gte=2000)),
        ]

    def __str__(self):
        return f"{self.series_id} {self.year}: {self.last}"
