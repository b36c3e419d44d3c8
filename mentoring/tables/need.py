"""How the need of schools looks in lists: each row shows its own sum."""

from functools import lru_cache

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from mentoring.models import NeedWeights, SchoolNeed
from portal.lists import Column
from portal.templatetags.portal import badge, day, number

figure = lru_cache(maxsize=4096)(number)  # few different figures, many times on a page
TERM = '<li>{} {} <span class="need-weight">× {} = {}</span></li>'


def sum_of(need: SchoolNeed, weights: NeedWeights) -> str:
    """The terms of a row's sum, each number times its weight."""
    terms = [
        (figure(count), label, figure(weight), figure(count * weight))
        for label, count, weight in need.terms(weights)
    ]
    if not terms:
        return str(_("tidak ada tanda kebutuhan"))
    return format_html('<ul class="need-terms">{}</ul>', format_html_join("", TERM, terms))


def _school(need: SchoolNeed) -> str:
    return need.school.name


def _last(need: SchoolNeed) -> str:
    return (
        day(need.last_visit)
        if need.last_visit
        else badge("middle", "dash-circle", _("belum pernah"))
    )


def _next(need: SchoolNeed) -> str:
    return day(need.school.coming[0].date) if need.school.coming else "–"


def need_columns(weights: NeedWeights, *, can_plan: bool) -> list[Column]:
    """The columns of the need list; who plans visits is led to the form with the school chosen."""
    columns = [
        Column("sekolah", _("Sekolah"), _school, order=("school__name",), on_phone=True),
        Column(
            "kebutuhan",
            _("Kebutuhan"),
            lambda n: format_html("<strong>{}</strong>", figure(n.score)),
            order=("score",),
            numeric=True,
            on_phone=True,
        ),
        Column("jumlah", _("Jumlah dari"), lambda n: sum_of(n, weights), on_phone=True),
        Column("kecamatan", _("Kecamatan"), lambda n: n.district.name),
        Column("terakhir", _("Kunjungan terakhir"), _last),
        Column("berikut", _("Sudah direncanakan"), _next),
    ]
    if can_plan:
        columns.append(Column("tindakan", _("Tindakan"), _plan_link, on_phone=True))
    return columns


def _plan_link(need: SchoolNeed) -> str:
    url = f"{reverse('mentoring:visit-plan')}?{urlencode({'sekolah': need.school.npsn})}"
    return format_html(
        '<a href="{}">{}<span class="visually-hidden"> {}</span></a>',
        url,
        _("Rencanakan"),
        need.school.name,
    )


FAIRNESS = [
    Column("sekolah", _("Sekolah"), _school, order=("school__name",), on_phone=True),
    Column("kecamatan", _("Kecamatan"), lambda n: n.district.name),
    Column("terakhir", _("Kunjungan terakhir"), _last, on_phone=True),
    Column(
        "terlaksana",
        _("Terlaksana / seharusnya sampai hari ini"),
        lambda n: f"{n.made} / {n.expected}",
        on_phone=True,
        numeric=True,
    ),
    Column("rencana", _("Rencana setahun"), lambda n: figure(n.planned), numeric=True),
    Column(
        "kebutuhan",
        _("Kebutuhan"),
        lambda n: figure(n.score),
        order=("score",),
        numeric=True,
    ),
]
