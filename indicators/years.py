"""What may happen to a year of figures: the dinas proposes, BPMP checks, then it is locked.

Each act is a line of ACTS: from where to where, by whom, and whether it asks for a reason.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.models import FigureYear, FigureYearStep, Measurement
from portal.models import Area, User, inside_area
from portal.operations import Refused, lock

State = FigureYear.State
LONGEST_UNLOCKED = timedelta(days=14)
CLOSED = gettext_lazy(
    "Capaian wilayah dan tahun ini sudah diajukan, disahkan, atau dikunci. Minta dibuka dahulu."
)
CLOSED_CONSTRAINT = "figure_year_is_open"  # named by the trigger of the database


@dataclass(frozen=True)
class Act:
    """A step of a year of figures. `permission` is asked with the FigureYear."""

    name: str
    label: str
    begins: State
    ends: State
    permission: str
    done: str
    asks_why: bool = False
    lasts: timedelta | None = None  # how long it unlocks for


ACTS = {
    act.name: act
    for act in (
        Act(
            "ajukan",
            gettext_lazy("Ajukan untuk diperiksa"),
            State.PROVISIONAL,
            State.PROPOSED,
            "indicators.propose_figures",
            gettext_lazy("Capaian diajukan. Nilainya tidak berubah selama diperiksa BPMP."),
        ),
        Act(
            "tarik",
            gettext_lazy("Tarik kembali"),
            State.PROPOSED,
            State.PROVISIONAL,
            "indicators.propose_figures",
            gettext_lazy("Pengajuan ditarik. Nilai dapat diubah lagi."),
            asks_why=True,
        ),
        Act(
            "sahkan",
            gettext_lazy("Sahkan"),
            State.PROPOSED,
            State.APPROVED,
            "indicators.check_figures",
            gettext_lazy("Capaian disahkan."),
        ),
        Act(
            "kembalikan",
            gettext_lazy("Kembalikan"),
            State.PROPOSED,
            State.PROVISIONAL,
            "indicators.check_figures",
            gettext_lazy("Capaian dikembalikan ke dinas."),
            asks_why=True,
        ),
        Act(
            "kunci",
            gettext_lazy("Kunci"),
            State.APPROVED,
            State.LOCKED,
            "indicators.lock_figures",
            gettext_lazy("Capaian dikunci."),
        ),
        Act(
            "batalkan",
            gettext_lazy("Batalkan pengesahan"),
            State.APPROVED,
            State.PROVISIONAL,
            "indicators.check_figures",
            gettext_lazy("Pengesahan dibatalkan. Nilai dapat diubah lagi."),
            asks_why=True,
        ),
        Act(
            "buka",
            gettext_lazy("Buka kunci sementara"),
            State.LOCKED,
            State.LOCKED,
            "indicators.lock_figures",
            gettext_lazy("Kunci dibuka. Terkunci lagi dengan sendirinya."),
            asks_why=True,
            lasts=LONGEST_UNLOCKED,
        ),
    )
}


def year_of(area: Area, year: int) -> FigureYear:
    """The area's figures of a year; not saved yet where nobody has moved them on."""
    found = FigureYear.objects.filter(area=area, year=year).first()
    return found or FigureYear(area=area, year=year)


def is_closed(area: Area, year: int) -> bool:
    """Whether the figures of an area and year may not change now."""
    return not year_of(area, year).is_open


def figures_in(figure_year: FigureYear) -> dict[str, int]:
    """How many figures of the area itself and of its schools the year has."""
    measured = Measurement.objects.filter(year=figure_year.year)
    inside = inside_area(figure_year.area, "school__district__code")
    return {
        "area": measured.filter(area=figure_year.area).count(),
        "schools": measured.filter(inside).count(),
    }


def acts_open_to(user: User, figure_year: FigureYear) -> list[Act]:
    """What this person may do with the year as it stands."""
    return [
        act
        for act in ACTS.values()
        if act.begins == figure_year.state
        and not (act.lasts and figure_year.is_unlocked)
        and user.has_perm(act.permission, figure_year)
    ]


@transaction.atomic
def move_on(
    figure_year: FigureYear, act: Act, *, by: User, reason: str = "", until: datetime | None = None
) -> FigureYear:
    """Carry out an act. `until` says when an unlocked year is locked again.

    Raises Refused when the year is not in the state that the act begins in, holds no figures, or a
    reason or a time is missing.
    """
    reason = reason.strip()
    if act.asks_why and not reason:
        raise Refused(_("Tuliskan alasannya."))
    FigureYear.objects.get_or_create(area=figure_year.area, year=figure_year.year)
    current = lock(FigureYear.objects.get(area=figure_year.area, year=figure_year.year))
    if current.state != act.begins:
        raise Refused(
            _("Capaian ini sekarang berstatus “%s”. Muat ulang halaman.")
            % current.get_state_display()
        )
    if not any(figures_in(current).values()):
        raise Refused(_("Belum ada capaian pada tahun ini. Isi atau impor dahulu."))
    _check_time(act, until)
    step = FigureYearStep(
        figure_year=current, act=act.name, from_state=current.state, to_state=act.ends, by=by
    )
    step.reason, step.until = reason, until
    current.state, current.unlocked_until = act.ends, until
    current.version += 1
    current.save()
    step.save()
    return current


def _check_time(act: Act, until: datetime | None) -> None:
    """An unlocked year ends by itself, not later than in 14 days."""
    if act.lasts is None:
        return
    now = timezone.now()
    if until is None or not now < until <= now + act.lasts + timedelta(minutes=1):
        raise Refused(_("Pilih sampai kapan dibuka, paling lama 14 hari."))
