"""The start page of a school: its follow-ups, its verified visits, its indicators."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.models import FollowUp
from portal.home.desks.pieces import (
    MOST,
    Desk,
    Section,
    follow_up_rows,
    follow_up_tiles,
    own_visit_rows,
    recent_section,
    rows_at,
    visits_of,
)
from portal.models import User
from schools.models import School


def desk_of_school(user: User) -> Desk:
    """What waits for this school; an account without a school is told whom to ask."""
    school = School.objects.visible_to(user).first()
    if school is None:
        nothing = _("Akun ini belum dihubungkan dengan sekolah. Hubungi admin dinas.")
        return Desk(sections=[Section("sekolah", _("Sekolah Anda"), [], nothing)])
    own = {"pelaksana": FollowUp.Owner.SCHOOL}
    follow_ups = FollowUp.objects.visible_to(user).filter(owner=FollowUp.Owner.SCHOOL)
    unconfirmed = visits_of(user).waiting_for_verification().filter(confirmations=None)
    return Desk(
        tiles=follow_up_tiles(follow_ups, **own),
        sections=[
            Section(
                "tindak-lanjut",
                _("Tindak lanjut sekolah Anda"),
                follow_up_rows(follow_ups.open()),
                _("Tidak ada tindak lanjut yang terbuka."),
                rows_at("mentoring:follow-ups", keadaan="terbuka", **own),
            ),
            Section(
                "konfirmasi",
                _("Menunggu konfirmasi Anda"),
                own_visit_rows(unconfirmed[:MOST]),
                _("Tidak ada laporan yang menunggu konfirmasi."),
            ),
            recent_section(user, own_visit_rows),
        ],
        action=(_("Buka data sekolah"), school.get_absolute_url()),
        panels=[(_("Capaian Set SPM"), reverse("indicators:school-panel", args=[school.npsn]))],
    )
