"""How facilitators and uncovered schools look in lists."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from portal.lists import Column
from portal.models import User
from portal.templatetags.portal import badge, day
from schools.models import School


def load_badge(held: int, most: int) -> str:
    """How many schools of how many: word, icon and colour."""
    words = _("%(held)d dari %(most)d") % {"held": held, "most": most}
    if held > most:
        return badge("bad", "exclamation-triangle", words)
    return badge(*(("middle", "check-circle") if held == most else ("good", "circle-half")), words)


def _facilitator(person: User) -> str:
    url = reverse("mentoring:facilitator", args=[person.pk])
    return format_html('<a href="{}">{}</a>', url, person.name)


FACILITATORS = [
    Column("nama", _("Fasilitator"), _facilitator, order=("name",), on_phone=True),
    Column(
        "sekolah",
        _("Sekolah dampingan hari ini"),
        lambda p: load_badge(p.held, p.most),
        order=("held",),
        on_phone=True,
    ),
    Column("jabatan", _("Jabatan"), lambda p: p.position or "–", order=("position",)),
    Column("wilayah", _("Wilayah"), lambda p: p.area.name, order=("area__name",), on_phone=True),
    Column(
        "keadaan", _("Akun"), lambda p: _("aktif") if p.is_active else _("nonaktif"), extra=True
    ),
]


def coverage_columns(can_assign: bool) -> list[Column]:
    """The columns of uncovered schools; who may assign is led to the form with the school filled in."""
    columns = [
        Column("nama", _("Sekolah"), lambda s: s.name, order=("name",), on_phone=True),
        Column("npsn", _("NPSN"), lambda s: s.npsn, order=("npsn",)),
        Column(
            "kecamatan",
            _("Kecamatan"),
            lambda s: s.district.name,
            order=("district__name",),
            on_phone=True,
        ),
        Column("mulai", _("Penugasan berikutnya"), lambda s: day(s.covered_from)),
    ]
    if can_assign:
        columns.append(Column("tugaskan", _("Tindakan"), _assign_link, on_phone=True))
    return columns


def _assign_link(school: School) -> str:
    query = urlencode({"npsn": school.npsn})
    url = f"{reverse('mentoring:assignment-add')}?{query}"
    return format_html(
        '<a href="{}">{}<span class="visually-hidden"> {}</span></a>',
        url,
        _("Tugaskan fasilitator"),
        school.name,
    )
