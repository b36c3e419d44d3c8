"""Writing the report of a visit: all its parts in one go, complete or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

import pghistory
from django.db import transaction
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
from mentoring.models.kinds import NOTHING, kind_of
from mentoring.operations.filing import require_assignment
from mentoring.operations.follow_ups import require_unverified
from mentoring.operations.visits import move, refile, require_possible, require_writer, save
from mentoring.queries.answers import answers_of
from mentoring.queries.merging import Asked, merge
from mentoring.queries.questions import questions_of
from mentoring.queries.reports import Report, report_of
from mentoring.steps import RECORD
from portal.models import User
from portal.operations import Conflict, Refused, lock

State = Visit.State


class Clashing(Conflict):
    """Two people changed the same fields of a report; `stored` is the report as it stands now."""

    def __init__(self, current: Visit, stored: Report, clashes: tuple[str, ...]):
        super().__init__(current)
        self.stored = stored
        self.clashes = clashes


@dataclass(frozen=True)
class Page:
    """The open page that sends a report: the version it holds, and what it was opened with.

    `editor` names this opening of the page: on a poor signal it may miss the answer to its own last
    save, which must not look like somebody else's. `asked` are decisions about clashes shown before.
    """

    version: int
    editor: UUID | None = None
    base: Mapping[str, object] | None = None
    asked: Mapping[str, Asked] = field(default_factory=dict)


@transaction.atomic
def record_visit(
    visit: Visit,
    *,
    by: User,
    version: int,
    report: Report,
    editor: UUID | None = None,
    base: Mapping[str, object] | None = None,
    asked: Mapping[str, Asked] | None = None,
) -> Visit:
    """Save the report of a visit, complete or not, on top of the version that its writer saw.

    A planned visit becomes a draft. The same report sent again changes nothing, whatever its
    version, so a replay is harmless. What others saved meanwhile is merged by fields (`Page` says
    what `editor`, `base` and `asked` are). Returns the visit as it stands now.

    Raises Refused when the visit is not open or not theirs, or when its new date lies outside the
    assignment or the agreement; Clashing when somebody else changed the same fields meanwhile.
    """
    page = Page(version, editor, base, asked or {})
    visit = lock(visit)
    require_writer(visit, by)
    require_possible(RECORD, visit)
    stored = report_of(visit)
    report = _merged(visit, page, stored, report)
    if report == stored and visit.state != State.PLANNED:
        return visit
    _require_fitting(visit, _changed_answers(stored, report))
    with pghistory.context(visit_version=visit.version + 1, visit_editor=str(editor)):
        _save_own_fields(visit, report, by=by)
        _save_parts(visit, stored, report)
    return visit


@transaction.atomic
def record_answers(
    visit: Visit,
    *,
    by: User,
    version: int,
    answers: Mapping[int, Given],
    editor: UUID | None = None,
) -> tuple[Visit, dict[int, Given]]:
    """Save some answers of a report (by item) and nothing else of it, as `record_visit` does.

    Returns the visit as it stands now and all its answers. Raises what `record_visit` raises, but
    Conflict as soon as somebody else saved anything since `version`: the whole report is merged.
    """
    asked, visit = visit.instrument, lock(visit)
    if visit.instrument_id == asked.pk:
        visit.instrument = asked  # a published version stays as it was read
    require_writer(visit, by)
    require_possible(RECORD, visit)
    if visit.version != version and not _saved_only_by(Page(version, editor), visit):
        raise Conflict(visit)
    stored = answers_of(visit)
    changed = {pk: given for pk, given in answers.items() if stored.get(pk, NOTHING) != given}
    if changed or visit.state == State.PLANNED:
        _require_fitting(visit, changed)
        with pghistory.context(visit_version=visit.version + 1, visit_editor=str(editor)):
            _save_visit(visit, by=by)
            _write_answers(visit, stored, changed)
    return visit, stored | changed


def _merged(visit: Visit, page: Page, stored: Report, report: Report) -> Report:
    """The report with what others saved since the page was opened. Raises Clashing."""
    is_current = visit.version == page.version and not page.asked
    if report == stored or is_current or _saved_only_by(page, visit):
        return report
    merged = merge(page.base, stored, report, page.asked)
    if merged.clashes:
        raise Clashing(visit, stored, merged.clashes)
    return merged.report


def _saved_only_by(page: Page, visit: Visit) -> bool:
    """Whether every version after the page's own was saved by this one open page."""
    later = visit.pgh_event_model.objects.filter(pgh_obj_id=visit.pk, version__gt=page.version)
    editors = set(later.values_list("pgh_context__metadata__visit_editor", flat=True))
    return page.editor is not None and editors == {str(page.editor)}


def _save_own_fields(visit: Visit, report: Report, *, by: User) -> None:
    """Write what the visit's own row holds; on a new date the agreement is chosen anew."""
    if report.date != visit.date:
        require_assignment(visit.school, visit.facilitator, report.date)
        refile(visit, report.date)
    for name, value in report.own_fields.items():
        setattr(visit, name, value)
    _save_visit(visit, by=by)


def _save_visit(visit: Visit, *, by: User) -> None:
    """Save the visit as its next version; a planned one has a draft from here on."""
    if visit.state == State.PLANNED:
        move(visit, RECORD.target, by=by)
    else:
        save(visit)


def _save_parts(visit: Visit, stored: Report, report: Report) -> None:
    """Write only the parts that differ, so that the history shows what really changed."""
    _save_attendees(visit, stored, report)
    _save_indicators(visit, stored, report)
    _save_answers(visit, stored, report)
    _save_follow_ups(visit, stored, report)


def _save_attendees(visit: Visit, stored: Report, report: Report) -> None:
    for part, (men, women) in report.attendees.items():
        if stored.attendees.get(part) != (men, women):
            Attendees.objects.update_or_create(
                visit=visit, part=part, defaults={"men": men, "women": women}
            )
    visit.attendees.exclude(part__in=report.attendees).delete()


def _save_indicators(visit: Visit, stored: Report, report: Report) -> None:
    visit.discussed.exclude(indicator__in=report.indicators).delete()
    added = sorted(report.indicators - stored.indicators)
    DiscussedIndicator.objects.bulk_create(
        DiscussedIndicator(visit=visit, indicator_id=pk) for pk in added
    )


def _changed_answers(stored: Report, report: Report) -> dict[int, Given]:
    """The answers that differ from what is stored; NOTHING for one that was taken away."""
    removed = dict.fromkeys(stored.answers.keys() - report.answers.keys(), NOTHING)
    given = report.answers | removed
    return {pk: one for pk, one in given.items() if stored.answers.get(pk, NOTHING) != one}


def _save_answers(visit: Visit, stored: Report, report: Report) -> None:
    _write_answers(visit, stored.answers, _changed_answers(stored, report))


def _write_answers(visit: Visit, stored: dict[int, Given], changed: dict[int, Given]) -> None:
    """Write the changed answers; the visit is locked, so nobody else writes them meanwhile."""
    for item_id, given in changed.items():
        row = {name: value for name, value in vars(given).items() if name != "choices"}
        rows = visit.answers.filter(item=item_id)
        if all(value in (None, "") for value in row.values()):
            rows.delete()
        elif not rows.update(**row):
            Answer.objects.create(visit=visit, item_id=item_id, **row)
    before = {choice for pk in changed for choice in stored.get(pk, NOTHING).choices}
    after = {choice for given in changed.values() for choice in given.choices}
    if before - after:
        visit.chosen.filter(choice__in=before - after).delete()
    AnswerChoice.objects.bulk_create(
        AnswerChoice(visit=visit, choice_id=pk) for pk in sorted(after - before)
    )


def _require_fitting(visit: Visit, changed: dict[int, Given]) -> None:
    """Raise Refused for a changed answer that does not fit its item, or is to no item of the visit."""
    items = {item.pk: item for item in questions_of(visit.instrument)}
    for pk, given in changed.items():
        refusal = (
            kind_of(items[pk]).refusal(items[pk], given)
            if pk in items
            else _("Jawaban ini bukan untuk instrumen kunjungan ini.")
        )
        if refusal:
            raise Refused(refusal)


def _save_follow_ups(visit: Visit, stored: Report, report: Report) -> None:
    """Add, change and remove follow-ups; one that was reported on stays.

    Raises Refused when a follow-up that was worked on already would be removed, or one that was
    verified would be changed.
    """
    removed = visit.follow_ups.exclude(key__in=report.follow_ups)
    worked_on = removed.exclude(state=FollowUp.State.OPEN).first()
    if worked_on is not None:
        raise Refused(
            _("Tindak lanjut “%s” sudah dikerjakan, jadi tidak dapat dihapus.") % worked_on
        )
    removed.delete()
    rows = {row.key: row for row in visit.follow_ups.all()}
    for key, agreed in report.follow_ups.items():
        if stored.follow_ups.get(key) == agreed:
            continue
        row = rows.get(key) or FollowUp(visit=visit, key=key, version=0)
        require_unverified(row)
        for name, value in vars(agreed).items():
            setattr(row, name, value)
        row.version += 1
        row.save()
