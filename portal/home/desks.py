"""What waits for each person: the numbers and lists of the start page, by role."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Agreement, Assignment, FollowUp, Training, Visit
from mentoring.tables.follow_ups import late_badge
from mentoring.tables.visits import state_badge
from portal.models import Role, User
from portal.templatetags.portal import day
from schools.models import Membership, School

MOST = 8
REMIND_DAYS = 90  # domain: remind before an agreement ends
State = Visit.State


@dataclass(frozen=True)
class Tile:
    """A number, what it counts, and the rows behind it."""

    number: int
    label: str
    url: str
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """One thing that waits: a link, what to know about it, and its state."""

    title: str
    url: str
    detail: str = ""
    badge: str = ""


@dataclass(frozen=True)
class Section:
    """A list on the start page; `nothing` is said where it is empty."""

    title: str
    rows: list[Row]
    nothing: str
    url: str = ""


@dataclass(frozen=True)
class Desk:
    """A person's start page."""

    tiles: list[Tile] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    action: tuple[str, str] | None = None
    panels: list[tuple[str, str]] = field(default_factory=list)


def desk_of(user: User) -> Desk:
    """The start page of this person's role."""
    return DESKS[user.role](user)


def _visits(user: User):
    return Visit.objects.visible_to(user).select_related("school", "facilitator")


def _visit_rows(visits, *, who=False) -> list[Row]:
    return [
        Row(
            title=visit.school.name,
            url=visit.get_absolute_url(),
            detail=" · ".join(
                filter(
                    None,
                    (
                        visit.number,
                        day(visit.date),
                        visit.facilitator.name if who else "",
                    ),
                )
            ),
            badge=state_badge(visit),
        )
        for visit in visits[:MOST]
    ]


def _follow_up_rows(follow_ups) -> list[Row]:
    return [
        Row(
            title=follow_up.description,
            url=follow_up.get_absolute_url(),
            detail=f"{follow_up.visit.school.name} · {_('tenggat')} {day(follow_up.due_on)}",
            badge=late_badge(follow_up),
        )
        for follow_up in follow_ups.select_related("visit__school").order_by("due_on", "pk")[:MOST]
    ]


def _follow_up_tiles(follow_ups) -> list[Tile]:
    url = reverse("mentoring:follow-ups")
    return [
        Tile(follow_ups.open().count(), _("tindak lanjut terbuka"), f"{url}?keadaan=terbuka"),
        Tile(follow_ups.overdue().count(), _("lewat tenggat"), f"{url}?keadaan=lewat", tone="bad"),
    ]


def _overdue_section(follow_ups) -> Section:
    return Section(
        _("Tindak lanjut lewat tenggat"),
        _follow_up_rows(follow_ups.overdue()),
        _("Tidak ada tindak lanjut yang lewat tenggat."),
        reverse("mentoring:follow-ups") + "?keadaan=lewat",
    )


def _of_facilitator(user: User) -> Desk:
    today = timezone.localdate()
    own = _visits(user).filter(facilitator=user)
    to_do = own.filter(
        Q(state__in=[State.SENT_BACK, State.DRAFT]) | Q(state=State.PLANNED, date__lte=today)
    ).order_by("date", "pk")
    coming = own.filter(state=State.PLANNED, date__gt=today).order_by("date", "pk")
    follow_ups = FollowUp.objects.visible_to(user).filter(visit__facilitator=user)
    url = reverse("mentoring:visits")
    return Desk(
        tiles=[
            Tile(to_do.count(), _("laporan menunggu Anda"), f"{url}?fasilitator={user.pk}"),
            Tile(coming.count(), _("kunjungan direncanakan"), f"{url}?fasilitator={user.pk}"),
            *_follow_up_tiles(follow_ups),
        ],
        sections=[
            Section(
                _("Menunggu Anda"),
                _visit_rows(to_do),
                _("Tidak ada laporan yang menunggu Anda."),
                url,
            ),
            Section(
                _("Kunjungan berikutnya"),
                _visit_rows(coming),
                _("Belum ada kunjungan yang direncanakan. Rencanakan dari tombol di atas."),
            ),
            Section(
                _("Sekolah dampingan saya"),
                _assigned_schools(user),
                _("Anda belum ditugasi mendampingi sekolah. Hubungi admin."),
            ),
            _overdue_section(follow_ups),
        ],
        action=(_("Rencanakan kunjungan"), reverse("mentoring:visit-plan")),
    )


def _assigned_schools(user: User) -> list[Row]:
    schools = (
        School.objects.filter(
            pk__in=Assignment.objects.on().filter(facilitator=user).values("school")
        )
        .annotate(
            last_visit=Max(
                "visits__date", filter=Q(visits__state__in=[State.SUBMITTED, State.VERIFIED])
            ),
            open_count=Count(
                "visits__follow_ups",
                filter=~Q(visits__follow_ups__state=FollowUp.State.DONE),
                distinct=True,
            ),
        )
        .order_by("name", "pk")
    )
    return [
        Row(
            title=school.name,
            url=school.get_absolute_url(),
            detail=_("kunjungan terakhir %(day)s · %(count)d tindak lanjut terbuka")
            % {"day": day(school.last_visit), "count": school.open_count},
        )
        for school in schools
    ]


def _of_dinas(user: User) -> Desk:
    waiting = _visits(user).waiting_for_verification().order_by("date", "pk")
    follow_ups = FollowUp.objects.visible_to(user)
    unvisited = _unvisited(user)
    url = reverse("mentoring:visits")
    return Desk(
        tiles=[
            Tile(waiting.count(), _("laporan menunggu verifikasi"), f"{url}?status=diajukan"),
            *_follow_up_tiles(follow_ups),
            Tile(
                unvisited.count(),
                _("sekolah program belum dikunjungi 90 hari"),
                reverse("schools:schools"),
            ),
        ],
        sections=[
            Section(
                _("Menunggu verifikasi Anda"),
                _visit_rows(waiting, who=True),
                _("Tidak ada laporan yang menunggu verifikasi."),
                f"{url}?status=diajukan",
            ),
            _overdue_section(follow_ups),
            Section(
                _("Belum dikunjungi 90 hari terakhir"),
                [
                    Row(school.name, school.get_absolute_url(), school.district.name)
                    for school in unvisited.select_related("district")[:MOST]
                ],
                _("Semua sekolah program dikunjungi dalam 90 hari terakhir."),
            ),
            _recent(user),
        ],
    )


def _unvisited(user: User):
    """Members of any programme today without a visit in the last 90 days."""
    since = timezone.localdate() - timedelta(days=90)
    visited = Visit.objects.filter(
        school=OuterRef("pk"), date__gte=since, state__in=[State.SUBMITTED, State.VERIFIED]
    )
    members = Membership.objects.on().values("school")
    return (
        School.objects.visible_to(user)
        .filter(~Exists(visited), pk__in=members)
        .order_by("name", "pk")
    )


def _recent(user: User) -> Section:
    done = _visits(user).filter(state=State.VERIFIED).order_by("-date", "-pk")
    return Section(
        _("Kunjungan terverifikasi terbaru"),
        _visit_rows(done, who=True),
        _("Belum ada kunjungan yang diverifikasi."),
        reverse("mentoring:visits") + "?status=diverifikasi",
    )


def _of_school(user: User) -> Desk:
    follow_ups = FollowUp.objects.visible_to(user).filter(owner=FollowUp.Owner.SCHOOL)
    school = School.objects.visible_to(user).first()
    if school is None:
        nothing = _("Akun ini belum dihubungkan dengan sekolah. Hubungi admin dinas.")
        return Desk(sections=[Section(_("Sekolah Anda"), [], nothing)])
    return Desk(
        tiles=_follow_up_tiles(follow_ups),
        sections=[
            Section(
                _("Tindak lanjut sekolah Anda"),
                _follow_up_rows(follow_ups.open()),
                _("Tidak ada tindak lanjut yang terbuka."),
                reverse("mentoring:follow-ups"),
            ),
            _recent(user),
        ],
        action=(_("Buka data sekolah"), school.get_absolute_url()),
        panels=[
            (_("Capaian Set SPM"), reverse("indicators:school-panel", args=[school.npsn])),
        ],
    )


def _of_leader(user: User) -> Desk:
    this_year = timezone.localdate().year
    visits = _visits(user).filter(date__year=this_year)
    members = Membership.objects.on().visible_to(user).values("school").distinct().count()
    return Desk(
        tiles=[
            Tile(members, _("sekolah dalam program"), reverse("schools:schools")),
            Tile(
                visits.filter(state=State.VERIFIED).count(),
                _("kunjungan terverifikasi %d") % this_year,
                reverse("mentoring:visits") + "?status=diverifikasi",
            ),
            Tile(
                Training.objects.visible_to(user).count(),
                _("pelatihan"),
                reverse("mentoring:trainings"),
            ),
            *_follow_up_tiles(FollowUp.objects.visible_to(user)),
        ],
        sections=[_recent(user)],
        action=(_("Lihat indikator SPM"), reverse("indicators:overview")),
    )


def _of_admin(user: User) -> Desk:
    schools = School.objects.visible_to(user)
    ending = (
        Agreement.objects.visible_to(user)
        .in_force()
        .filter(ends_on__lte=timezone.localdate() + timedelta(days=REMIND_DAYS))
    )
    people = User.objects.visible_to(user)
    list_url = reverse("admin:schools_school_changelist")
    return Desk(
        tiles=[
            Tile(schools.count(), _("sekolah"), reverse("schools:schools")),
            Tile(schools.filter(latitude=None).count(), _("sekolah tanpa koordinat"), list_url),
            Tile(schools.filter(accreditation="").count(), _("akreditasi belum diisi"), list_url),
            Tile(
                people.filter(is_active=True).count(),
                _("pengguna aktif"),
                reverse("admin:portal_user_changelist"),
            ),
        ],
        sections=[
            Section(
                _("Naskah kerja sama yang segera berakhir"),
                [
                    Row(agreement.title, agreement.get_absolute_url(), day(agreement.ends_on))
                    for agreement in ending[:MOST]
                ],
                _("Tidak ada naskah yang berakhir dalam 90 hari."),
                reverse("mentoring:agreements"),
            ),
            _recent(user),
        ],
        action=(_("Administrasi data"), reverse("admin:index")),
    )


DESKS = {
    Role.ADMIN: _of_admin,
    Role.DINAS: _of_dinas,
    Role.FACILITATOR: _of_facilitator,
    Role.SCHOOL: _of_school,
    Role.LEADER: _of_leader,
}
