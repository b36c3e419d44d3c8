"""The administrator's start page: gaps in the data, accounts, agreements that end soon."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Agreement
from mentoring.models.agreements import ENDING_SOON
from portal.home.desks.pieces import (
    MOST,
    Desk,
    Row,
    Section,
    Tile,
    desks_link,
    recent_section,
    rows_at,
)
from portal.models import User
from portal.templatetags.portal import day
from schools.models import Proposal, School


def desk_of_admin(user: User) -> Desk:
    """What an administrator keeps in order."""
    schools = School.objects.visible_to(user).existing()
    people = User.objects.visible_to(user).filter(is_active=True)
    admin_list = "admin:schools_school_changelist"
    return Desk(
        tiles=[
            Tile(schools.count(), _("sekolah"), rows_at("schools:schools")),
            Tile(
                schools.filter(latitude=None).count(),
                _("sekolah tanpa koordinat"),
                rows_at(admin_list, koordinat="tanpa"),
            ),
            Tile(
                schools.filter(accreditation="").count(),
                _("akreditasi belum diisi"),
                rows_at(admin_list, accreditation__exact=""),
            ),
            Tile(
                people.count(),
                _("pengguna aktif"),
                rows_at("admin:portal_user_changelist", is_active__exact=1),
            ),
        ],
        sections=[_proposals(user), _ending(user), recent_section(user)],
        action=(_("Administrasi data"), reverse("admin:index")),
        further=[desks_link()],
    )


def _proposals(user: User) -> Section:
    waiting = Proposal.objects.visible_to(user).waiting().select_related("school").order_by("at")
    return Section(
        "usulan",
        _("Usulan perubahan data sekolah"),
        [Row(p.school.name, p.get_absolute_url(), day(p.at)) for p in waiting[:MOST]],
        _("Tidak ada usulan yang menunggu keputusan."),
        rows_at("schools:proposals", keadaan="menunggu"),
    )


def _ending(user: User) -> Section:
    soon = timezone.localdate() + timedelta(days=ENDING_SOON)
    ending = Agreement.objects.visible_to(user).in_force().filter(ends_on__lte=soon)
    return Section(
        "berakhir",
        _("Naskah kerja sama yang segera berakhir"),
        [Row(a.title, a.get_absolute_url(), day(a.ends_on)) for a in ending],
        _("Tidak ada naskah yang berakhir dalam %d hari.") % ENDING_SOON,
        rows_at("mentoring:agreements"),
    )
