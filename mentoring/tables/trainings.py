"""How trainings and their participants are listed."""

from decimal import Decimal

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Participant, Training
from portal.lists import Column
from portal.templatetags.portal import number


def days(training: Training) -> str:
    """2 November 2022 – 4 November 2022, one date where it is one day; needs `with_overview`."""
    if training.first_day is None:
        return _("belum dijadwalkan")
    if training.first_day == training.last_day:
        return date_format(training.first_day)
    return f"{date_format(training.first_day)} – {date_format(training.last_day)}"


COLUMNS = [
    Column("judul", gettext_lazy("Judul"), lambda row: row.title, ("title",), on_phone=True),
    Column("jenis", gettext_lazy("Jenis"), lambda row: row.get_kind_display(), ("kind",)),
    Column(
        "penyelenggara", gettext_lazy("Penyelenggara"), lambda row: row.organiser, ("organiser",)
    ),
    Column("tanggal", gettext_lazy("Tanggal"), days, ("first_day",), on_phone=True),
    Column(
        "sesi",
        gettext_lazy("Sesi"),
        lambda row: number(row.session_count),
        ("session_count",),
        numeric=True,
    ),
    Column(
        "peserta",
        gettext_lazy("Peserta"),
        lambda row: number(row.participant_count),
        ("participant_count",),
        numeric=True,
        on_phone=True,
    ),
]


def share(hours: Decimal, total: Decimal) -> str:
    """The part of the training's JP that was earned, in whole percent; – where there are none."""
    return f"{number(hours * 100 / total, 0)}%" if total else "–"


def _school(participant: Participant) -> str:
    url = reverse("schools:school", args=[participant.school.npsn])
    return format_html('<a href="{}">{}</a>', url, participant.school.name)


def _taking_out(participant: Participant) -> str:
    return format_html(
        '<a href="{}">{}<span class="visually-hidden"> {}</span></a>',
        reverse("mentoring:participant-delete", args=[participant.pk]),
        _("Keluarkan"),
        participant.name,
    )


TAKING_OUT = Column("tindakan", gettext_lazy("Tindakan"), _taking_out, on_phone=True)


def participant_columns(total_hours: Decimal) -> list[Column]:
    """The columns of a training's participants, whose JP are measured against its total."""

    def earned(participant: Participant) -> str:
        hours = participant.hours_earned
        return f"{number(hours)} ({share(hours, total_hours)})"

    return [
        Column("nama", gettext_lazy("Nama"), lambda row: row.name, ("name",), on_phone=True),
        Column("sekolah", gettext_lazy("Asal sekolah"), _school, ("school__name",), on_phone=True),
        Column("jabatan", gettext_lazy("Jabatan"), lambda row: row.position or "–", ("position",)),
        Column("nip", gettext_lazy("NIP/NUPTK"), lambda row: row.masked_number),
        Column("jp", gettext_lazy("JP diperoleh"), earned, ("hours_earned",), True, True),
    ]
