"""The report of a visit as one plain value, what it still lacks, and how two versions differ."""

from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from django.db.models import Min
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import (
    Answer,
    AnswerChoice,
    Attendees,
    DiscussedIndicator,
    FollowUp,
    Given,
    Visit,
)
from mentoring.models.kinds import kind_of
from mentoring.queries.answers import Line, answers_of, parts_of
from portal.history import Change, changes_between

FACTS = ("date", "starts_at", "ends_at", "mode", "kind", "companions")
TEXTS = ("aims", "progress", "findings", "obstacles", "escalation")
PHOTOS_NEEDED = 2


@dataclass(frozen=True)
class Agreed:
    """A follow-up as the report's form holds it."""

    description: str
    owner: str = ""
    owner_name: str = ""
    due_on: date | None = None
    indicator_id: int | None = None
    owner_person_id: int | None = None
    priority: str = FollowUp.Priority.MEDIUM


@dataclass(frozen=True)
class Report:
    """Everything that a facilitator writes about a visit, comparable with ==.

    `attendees`: men and women by part; `answers`: by item of the instrument; `follow_ups`: by the
    key that the form gave each row.
    """

    date: date
    mode: str
    kind_id: int
    starts_at: time | None = None
    ends_at: time | None = None
    companions: str = ""
    aims: str = ""
    progress: str = ""
    findings: str = ""
    obstacles: str = ""
    escalation: str = ""
    attendees: dict[str, tuple[int, int]] = field(default_factory=dict)
    indicators: frozenset[int] = frozenset()
    answers: dict[int, Given] = field(default_factory=dict)
    follow_ups: dict[UUID, Agreed] = field(default_factory=dict)

    @property
    def own_fields(self) -> dict:
        """The values that the visit's own row holds."""
        names = ("kind_id", *(name for name in (*FACTS, *TEXTS) if name != "kind"))
        return {name: getattr(self, name) for name in names}


def report_of(visit: Visit) -> Report:
    """The report as it is stored now."""
    own = {name: getattr(visit, name) for name in (*FACTS, *TEXTS) if name != "kind"}
    return Report(
        **own,
        kind_id=visit.kind_id,
        attendees={row.part: (row.men, row.women) for row in visit.attendees.all()},
        indicators=frozenset(row.indicator_id for row in visit.discussed.all()),
        answers=answers_of(visit),
        follow_ups={
            row.key: Agreed(
                row.description,
                row.owner,
                row.owner_name,
                row.due_on,
                row.indicator_id,
                row.owner_person_id,
                row.priority,
            )
            for row in visit.follow_ups.all()
        },
    )


@dataclass(frozen=True)
class Missing:
    """What a report lacks before it can be submitted, and the id of the place to fill it in."""

    section: str
    anchor: str
    message: str


def missing_in(visit: Visit) -> list[Missing]:
    """Everything that keeps the report of a visit from being submitted; empty when it is complete."""
    return [
        *_missing_steps(visit),
        *_missing_facts(visit),
        *_missing_people(visit),
        *_missing_texts(visit),
        *_missing_answers(visit),
        *_missing_follow_ups(visit),
        *_missing_photos(visit),
    ]


def _missing_steps(visit: Visit) -> list[Missing]:
    """What must happen before there is a report to submit."""
    sentences = {
        Visit.State.PLANNED: _("Mulai kunjungan, atau simpan laporannya bila sudah berlangsung."),
        Visit.State.ONGOING: _("Akhiri kunjungan dengan tombol Selesai."),
    }
    sentence = sentences.get(visit.state)
    return [Missing("steps", "steps", sentence)] if sentence else []


def _missing_facts(visit: Visit) -> list[Missing]:
    found = []
    if visit.date > timezone.localdate():
        sentence = _("Kunjungan bertanggal %s belum berlangsung.") % date_format(visit.date)
        found.append(Missing("facts", "id_date", sentence))
    if visit.starts_at is None:
        found.append(Missing("facts", "id_starts_at", _("Isi jam mulai.")))
    if visit.ends_at is None:
        found.append(Missing("facts", "id_ends_at", _("Isi jam selesai.")))
    return found


def _missing_people(visit: Visit) -> list[Missing]:
    if any(row.men + row.women for row in visit.attendees.all()):
        return []
    first = f"id_{Attendees.Part.HEAD}_men"
    return [Missing("people", first, _("Isi setidaknya satu peserta."))]


def _missing_texts(visit: Visit) -> list[Missing]:
    found = []
    if not visit.aims.strip():
        found.append(Missing("report", "id_aims", _("Tuliskan tujuan kunjungan.")))
    if not visit.findings.strip():
        found.append(Missing("report", "id_findings", _("Tuliskan temuan.")))
    return found


def section_name(section) -> str:
    """What a section of the instrument is called among the sections of the report's form."""
    return f"part-{section.pk}"


def _missing_answers(visit: Visit) -> list[Missing]:
    return [
        Missing(section_name(part.section), answer_anchor(line), _missing_answer(line))
        for part in parts_of(visit)
        for line in part.shown
        if line.item.required and not line.is_answered
    ]


def answer_anchor(line: Line) -> str:
    """The id of the place where an item of the report's form is answered."""
    field = "score" if kind_of(line.item).is_scored else "answer"
    return f"id_{field}_{line.item.pk}"


def _missing_answer(line: Line) -> str:
    return kind_of(line.item).missing() % line.item.text


def _missing_follow_ups(visit: Visit) -> list[Missing]:
    follow_ups = list(visit.follow_ups.all())
    if not follow_ups:
        return [Missing("follow_ups", "follow-ups", _("Sepakati setidaknya satu tindak lanjut."))]
    return [
        Missing("follow_ups", "follow-ups", sentence)
        for row in follow_ups
        for sentence in row.missing().values()
    ]


def _missing_photos(visit: Visit) -> list[Missing]:
    if not visit.needs_photos:
        return []
    lacking = PHOTOS_NEEDED - sum(file.is_photo for file in visit.evidence.all())
    if lacking <= 0:
        return []
    return [Missing("photos", "photos", _("Unggah %d foto lagi.") % lacking)]


def changes_of_parts(visit: Visit, version: int) -> list[Change]:
    """What changed in the parts of a visit (rubric, people, follow-ups) since a version was saved.

    `record_visit` notes in the context of their events which version of the visit they belong to.
    """
    changes = []
    for model in (Attendees, DiscussedIndicator, Answer, AnswerChoice, FollowUp):
        later = model.pgh_event_model.objects.filter(
            visit_id=visit.pk, pgh_context__metadata__visit_version__gt=version
        )
        firsts = later.order_by("pgh_obj_id").values("pgh_obj_id").annotate(first=Min("pgh_id"))
        for pk, first in firsts.values_list("pgh_obj_id", "first"):
            changes += _changes_of_part(model, pk, first)
    return changes


def _changes_of_part(model, pk: int, first: int) -> list[Change]:
    """How the part with this key differs now from what it was before the event `first`."""
    events = model.pgh_event_model.objects.filter(pgh_obj_id=pk, pgh_id__lt=first)
    before = events.order_by("-pgh_id").first()
    now = model.objects.filter(pk=pk).first()
    name = str(model._meta.verbose_name)
    if before is None:
        return [Change(name, "–", str(now))] if now else []
    if now is None:
        return [Change(name, _text_of(model, before), _("dihapus"))]
    return [
        Change(f"{name} “{now}”: {change.label}", change.old, change.new)
        for change in changes_between(model, before, now, exclude={"visit"})
    ]


def _text_of(model, event) -> str:
    """A deleted part by the words it had: rebuilt from its last event."""
    names = {f.attname for f in model._meta.fields} & {f.attname for f in event._meta.fields}
    return str(model(**{name: getattr(event, name) for name in names}))
