"""The states of a visit and every step between them: the one table.

Operations take from it what is possible, rules.py who may, pages what they offer.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VisitState(TextChoices):
    PLANNED = "direncanakan", _("direncanakan")
    ONGOING = "berlangsung", _("berlangsung")
    DRAFT = "draf", _("draf laporan")
    SUBMITTED = "diajukan", _("diajukan")
    SENT_BACK = "dikembalikan", _("dikembalikan")
    VERIFIED = "diverifikasi", _("diverifikasi")
    CANCELLED = "dibatalkan", _("dibatalkan")


class Who(TextChoices):
    """Who takes a step."""

    OWNER = "owner", _("fasilitator kunjungan")
    WRITER = "writer", _("fasilitator kunjungan dan pendamping penulis")
    VERIFIER = "verifier", _("dinas, bukan penulis laporan")


State = VisitState
BEFORE_SUBMISSION = (State.PLANNED, State.ONGOING, State.DRAFT)
OPEN = (*BEFORE_SUBMISSION, State.SENT_BACK)  # while the report may be written
HANDED_IN = (State.SUBMITTED, State.SENT_BACK, State.VERIFIED)  # the visit was made and told of


@dataclass(frozen=True)
class Step:
    """A step of a visit.

    From a state in `sources` to `target`. In `done` it was taken already, which is told in the words
    `already`; from any other state it is refused in the words `refusal`. `%s` is the visit's state.
    """

    name: str
    sources: tuple[str, ...]
    target: str
    who: Who
    already: str = ""
    refusal: str = ""
    done: tuple[str, ...] = ()

    @property
    def permission(self) -> str:
        return f"mentoring.{self.name}_visit"

    def fits(self, state: str) -> bool:
        """Whether the step may be taken from this state."""
        return state in self.sources


REPORT_DONE = _("Laporan ini sudah %s.")
VISIT_DONE = _("Kunjungan ini sudah %s.")
NOT_WAITING = _("Laporan ini tidak sedang menunggu verifikasi: statusnya %s.")

PLAN = Step("plan", ("",), State.PLANNED, Who.OWNER)
START = Step(
    "start",
    (State.PLANNED,),
    State.ONGOING,
    Who.OWNER,
    already=VISIT_DONE,
    done=(State.ONGOING,),
    refusal=_("Kunjungan ini %s, jadi tidak dapat dimulai."),
)
END = Step(
    "end",
    (State.ONGOING,),
    State.DRAFT,
    Who.OWNER,
    already=_("Kunjungan ini sudah diakhiri: statusnya %s."),
    done=(State.DRAFT, State.SUBMITTED, State.SENT_BACK, State.VERIFIED),
    refusal=_("Kunjungan ini %s, jadi tidak dapat diakhiri."),
)
RECORD = Step(
    "record",
    OPEN,
    State.DRAFT,  # of a planned visit whose report comes late; other states stay
    Who.WRITER,
    refusal=_("Laporan ini %s dan tidak dapat diubah lagi."),
)
SUBMIT = Step(
    "submit",
    (State.DRAFT, State.SENT_BACK),
    State.SUBMITTED,
    Who.OWNER,
    already=REPORT_DONE,
    done=(State.SUBMITTED, State.VERIFIED),
    refusal=_("Kunjungan ini sudah %s dan tidak dapat diajukan."),
)
VERIFY = Step(
    "verify",
    (State.SUBMITTED,),
    State.VERIFIED,
    Who.VERIFIER,
    already=REPORT_DONE,
    done=(State.VERIFIED,),
    refusal=NOT_WAITING,
)
SEND_BACK = Step(
    "send_back",
    (State.SUBMITTED,),
    State.SENT_BACK,
    Who.VERIFIER,
    already=REPORT_DONE,
    done=(State.SENT_BACK,),
    refusal=NOT_WAITING,
)
REOPEN = Step(
    "reopen",
    (State.VERIFIED,),
    State.SENT_BACK,
    Who.VERIFIER,
    already=REPORT_DONE,
    done=(State.SENT_BACK,),
    refusal=_("Hanya laporan yang sudah diverifikasi yang dapat diperbaiki begini."),
)
CANCEL = Step(
    "cancel",
    BEFORE_SUBMISSION,
    State.CANCELLED,
    Who.OWNER,
    already=VISIT_DONE,
    done=(State.CANCELLED,),
    refusal=_("Laporan kunjungan ini sudah pernah diajukan, jadi tidak dapat dibatalkan."),
)
RESCHEDULE = Step(
    "reschedule",
    BEFORE_SUBMISSION,
    State.PLANNED,
    Who.OWNER,
    refusal=_("Kunjungan ini %s, jadi tidak dapat dijadwalkan ulang."),
)

STEPS = (PLAN, START, END, RECORD, SUBMIT, VERIFY, SEND_BACK, REOPEN, CANCEL, RESCHEDULE)


def leads(before: str, after: str) -> bool:
    """Whether some step leads from one state to the other."""
    return any(step.fits(before) and step.target == after for step in STEPS)
