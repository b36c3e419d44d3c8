"""The dinas officer's start page: reports to verify, what is overdue, who was not visited."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import FollowUp, Visit
from mentoring.queries.assignments import uncovered_schools
from portal.home.desks.pieces import (
    Desk,
    Row,
    Section,
    Tile,
    desks_link,
    follow_up_tiles,
    need_section,
    overdue_section,
    recent_section,
    rows_at,
    visit_rows,
    visits_of,
    week_tile,
)
from portal.models import User
from schools.models import Membership, School

LONG_AGO = timedelta(days=90)


def desk_of_dinas(user: User) -> Desk:
    """What waits for this officer."""
    waiting = visit_rows(visits_of(user).waiting_for_verification().order_by("date", "pk"))
    waiting_at = rows_at("mentoring:visits", status=Visit.State.SUBMITTED)
    follow_ups = FollowUp.objects.visible_to(user)
    unvisited = _unvisited(user)
    return Desk(
        tiles=[
            Tile(len(waiting), _("laporan menunggu verifikasi"), waiting_at),
            Tile(
                follow_ups.waiting_for_verification().count(),
                _("tindak lanjut menunggu verifikasi"),
                rows_at("mentoring:follow-ups", keadaan="verifikasi"),
            ),
            week_tile(visits_of(user)),
            *follow_up_tiles(follow_ups),
            Tile(len(unvisited), _("sekolah program belum dikunjungi 90 hari"), "#belum"),
            Tile(
                uncovered_schools(user).count(),
                _("sekolah program tanpa fasilitator"),
                rows_at("mentoring:assignment-coverage"),
            ),
        ],
        sections=[
            Section(
                "menunggu",
                _("Menunggu verifikasi Anda"),
                waiting,
                _("Tidak ada laporan yang menunggu verifikasi."),
                waiting_at,
            ),
            overdue_section(follow_ups),
            need_section(user),
            Section(
                "belum",
                _("Belum dikunjungi 90 hari terakhir"),
                [Row(s.name, s.get_absolute_url(), s.district.name) for s in unvisited],
                _("Semua sekolah program dikunjungi dalam 90 hari terakhir."),
            ),
            recent_section(user),
        ],
        further=[desks_link()],
    )


def _unvisited(user: User) -> QuerySet:
    """Members of any programme today without a visit in the last 90 days."""
    lately = Visit.objects.filter(
        school=OuterRef("pk"),
        date__gte=timezone.localdate() - LONG_AGO,
        state__in=Visit.HANDED_IN,
    )
    members = Membership.objects.on().values("school")
    schools = School.objects.visible_to(user).existing().filter(~Exists(lately), pk__in=members)
    return schools.select_related("district").order_by("name", "pk")
