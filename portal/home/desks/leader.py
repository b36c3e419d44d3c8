"""The start page of those who read: how far the cooperation is, in numbers that open their rows."""

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.queries import area_to_open
from mentoring.models import FollowUp, Training, Visit
from portal.home.desks.pieces import (
    Desk,
    Tile,
    desks_link,
    follow_up_tiles,
    recent_section,
    rows_at,
    visits_of,
)
from portal.models import User
from schools.models import Membership


def desk_of_leader(user: User) -> Desk:
    """The cooperation at a glance."""
    year = timezone.localdate().year
    verified = visits_of(user).filter(date__year=year, state=Visit.State.VERIFIED)
    verified_at = rows_at(
        "mentoring:visits",
        status=Visit.State.VERIFIED,
        dari=date(year, 1, 1),
        sampai=date(year, 12, 31),
    )
    return Desk(
        tiles=[
            *_programmes(user),
            Tile(verified.count(), _("kunjungan terverifikasi %d") % year, verified_at),
            Tile(
                Training.objects.visible_to(user).count(),
                _("pelatihan"),
                rows_at("mentoring:trainings"),
            ),
            *follow_up_tiles(FollowUp.objects.visible_to(user)),
        ],
        sections=[recent_section(user)],
        panels=_figures(user),
        lead=_("Kabar terbaru kerja sama; setiap angka membuka rinciannya."),
        action=(_("Lihat indikator SPM"), reverse("indicators:overview")),
        further=[desks_link()],
    )


def _figures(user: User) -> list[tuple[str, str]]:
    """The Set SPM of the leader's area, where it has figures, else of the first area inside."""
    code = area_to_open(user)
    return [(_("Capaian Set SPM"), reverse("indicators:area-panel", args=[code]))]


def _programmes(user: User) -> list[Tile]:
    """A tile for each programme that has members today."""
    members: dict[str, set[int]] = {}
    codes: dict[str, str] = {}
    for membership in Membership.objects.on().visible_to(user).select_related("programme"):
        members.setdefault(membership.programme.name, set()).add(membership.school_id)
        codes[membership.programme.name] = membership.programme.code
    return [
        Tile(len(schools), name, rows_at("schools:schools", program=codes[name]))
        for name, schools in sorted(members.items())
    ]
