"""The facilitator's start page: reports to write, visits to come, the schools entrusted to them."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import FollowUp, Visit
from mentoring.queries.visits import schools_assigned_to
from portal.home.desks.pieces import (
    Desk,
    Row,
    Section,
    Tile,
    desks_link,
    follow_up_tiles,
    need_section,
    overdue_section,
    rows_at,
    visit_rows,
    visits_of,
    week_tile,
)
from portal.models import User
from portal.templatetags.portal import day

State = Visit.State


def desk_of_facilitator(user: User) -> Desk:
    """What waits for this facilitator."""
    today = timezone.localdate()
    own = visits_of(user).filter(facilitator=user).order_by("date", "pk")
    unwritten = Q(state=State.PLANNED, date__lte=today)
    to_do = visit_rows(
        own.filter(unwritten | Q(state__in=[State.ONGOING, State.SENT_BACK, State.DRAFT]))
    )
    coming = visit_rows(own.filter(state=State.PLANNED, date__gt=today))
    follow_ups = FollowUp.objects.visible_to(user).filter(visit__facilitator=user)
    planned_at = rows_at(
        "mentoring:visits",
        status=State.PLANNED,
        fasilitator=user.pk,
        dari=today + timedelta(days=1),
    )
    return Desk(
        tiles=[
            Tile(len(to_do), _("laporan menunggu Anda"), "#menunggu"),
            Tile(len(coming), _("kunjungan direncanakan"), planned_at),
            week_tile(own),
            *follow_up_tiles(follow_ups, fasilitator=user.pk),
        ],
        sections=[
            Section(
                "menunggu",
                _("Menunggu Anda"),
                to_do,
                _("Tidak ada laporan yang menunggu Anda."),
            ),
            Section(
                "berikutnya",
                _("Kunjungan berikutnya"),
                coming,
                _("Belum ada kunjungan yang direncanakan. Tekan Rencanakan kunjungan."),
                planned_at,
            ),
            _own_schools(user),
            need_section(user),
            overdue_section(follow_ups, fasilitator=user.pk),
        ],
        action=(_("Rencanakan kunjungan"), reverse("mentoring:visit-plan")),
        further=[desks_link()],
    )


def _own_schools(user: User) -> Section:
    rows = [
        Row(
            title=school.name,
            url=school.get_absolute_url(),
            detail=_("kunjungan terakhir %(day)s · %(count)d tindak lanjut terbuka")
            % {"day": day(school.last_visit), "count": school.open_follow_ups},
        )
        for school in schools_assigned_to(user)
    ]
    nothing = _("Anda belum ditugasi mendampingi sekolah. Hubungi admin.")
    return Section("sekolah", _("Sekolah dampingan saya"), rows, nothing)
