"""What may happen to an issue: raised, taken up a level, answered, passed down, closed, reopened."""

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Issue, IssueStep, Visit
from mentoring.operations.visits import AlreadyDone
from mentoring.queries.concerned import people_at_desk_of
from portal.models import User
from portal.notices.operations import notify
from portal.operations import Conflict, Refused, lock
from schools.models import School

Kind, State = IssueStep.Kind, Issue.State


@transaction.atomic
def raise_issue(
    school: School,
    *,
    by: User,
    title: str,
    description: str,
    level: str,
    visit: Visit | None = None,
) -> Issue:
    """Put an obstacle of a school on the desk of a level; `visit` is where it was noticed.

    Raises Refused when the visit went to another school.
    """
    if visit is not None and visit.school_id != school.pk:
        raise Refused(_("Kunjungan itu bukan ke sekolah ini."))
    issue = Issue.objects.create(
        school=school,
        visit=visit,
        title=title,
        description=description,
        raised_by=by,
        first_level=level,
        level=level,
    )
    IssueStep.objects.create(
        issue=issue, kind=Kind.RAISED, to_level=level, to_state=issue.state, by=by
    )
    _tell(issue, by=by)
    return issue


@transaction.atomic
def take_up(issue: Issue, *, by: User, text: str, version: int) -> Issue:
    """Take an issue that a level cannot solve to the level above, with the reason.

    Raises Refused when it is not being handled at the person's level or lies at the highest,
    Conflict when it changed after it was read, AlreadyDone for the same step sent again.
    """
    current = _read(issue, Kind.UP, by=by, text=text, version=version)
    _require_desk(current, by, State.HANDLED)
    if current.level_above is None:
        raise Refused(_("Hambatan ini sudah di tingkat tertinggi. Tuliskan jawabannya."))
    return _step(current, Kind.UP, by=by, text=text, level=current.level_above)


@transaction.atomic
def answer_issue(issue: Issue, *, by: User, text: str, version: int) -> Issue:
    """Answer an issue at the level where it lies; the answer starts down to who raised it.

    Raises what `take_up` raises.
    """
    current = _read(issue, Kind.ANSWERED, by=by, text=text, version=version)
    _require_desk(current, by, State.HANDLED)
    current.answer = text
    return _down(current, Kind.ANSWERED, by=by, text=text)


@transaction.atomic
def pass_down(issue: Issue, *, by: User, text: str, version: int) -> Issue:
    """Hand an answer from above to the level below, with a word of one's own where one is due.

    Raises Refused when no answer lies at the person's level, and what `take_up` raises.
    """
    current = _read(issue, Kind.DOWN, by=by, text=text, version=version)
    _require_desk(current, by, State.ANSWERED)
    return _down(current, Kind.DOWN, by=by, text=text)


@transaction.atomic
def close_issue(issue: Issue, *, by: User, text: str, version: int) -> Issue:
    """Close an issue, saying what came of it; whoever raised it may, wherever it lies.

    Raises Refused for anybody else or when it is closed, and what `take_up` raises.
    """
    current = _read(issue, Kind.CLOSED, by=by, text=text, version=version)
    _require_raiser(current, by)
    if not current.is_open:
        raise Refused(_("Hambatan ini sudah ditutup."))
    return _step(current, Kind.CLOSED, by=by, text=text, state=State.CLOSED)


@transaction.atomic
def reopen_issue(issue: Issue, *, by: User, text: str, version: int) -> Issue:
    """Put an issue that was answered or closed on the desk of its first level again, with the reason.

    Raises Refused for anybody but who raised it and while it is being handled, and what `take_up`
    raises.
    """
    current = _read(issue, Kind.REOPENED, by=by, text=text, version=version)
    _require_raiser(current, by)
    if current.state not in (State.RETURNED, State.CLOSED):
        raise Refused(_("Hambatan ini masih ditangani, jadi belum perlu dibuka kembali."))
    current.answer = ""
    first = current.first_level
    return _step(current, Kind.REOPENED, by=by, text=text, level=first, state=State.HANDLED)


def _read(issue: Issue, kind: str, *, by: User, text: str, version: int) -> Issue:
    """The issue locked, as the person read it; the same step sent again is told from a conflict."""
    current = lock(issue)
    if current.version == version:
        return current
    last = current.steps.last()
    if last is not None and (last.kind, last.by_id, last.text) == (kind, by.pk, text):
        raise AlreadyDone(_("Langkah ini sudah tercatat."))
    raise Conflict(current)


def _require_desk(issue: Issue, by: User, state: str) -> None:
    if issue.state != state:
        raise Refused(_("Hambatan ini %s.") % issue.get_state_display())
    if not by.has_perm("mentoring.handle_issue", issue):
        raise Refused(_("Hambatan ini sedang di meja %s.") % issue.get_level_display())


def _require_raiser(issue: Issue, by: User) -> None:
    if not by.has_perm("mentoring.end_issue", issue):
        raise Refused(
            _("Hambatan ini ditutup atau dibuka kembali oleh pengusulnya, %s.") % issue.raised_by
        )


def _down(issue: Issue, kind: str, *, by: User, text: str) -> Issue:
    below = issue.level_below
    if below is None:
        return _step(issue, kind, by=by, text=text, state=State.RETURNED)
    return _step(issue, kind, by=by, text=text, level=below, state=State.ANSWERED)


def _step(
    issue: Issue, kind: str, *, by: User, text: str, level: str = "", state: str = ""
) -> Issue:
    """Note the step and save the issue at its new place as its next version."""
    level, state, now = level or issue.level, state or issue.state, timezone.now()
    IssueStep.objects.create(
        issue=issue,
        kind=kind,
        from_level=issue.level,
        to_level=level,
        to_state=state,
        by=by,
        at=now,
        text=text,
    )
    issue.level, issue.state, issue.since = level, state, now
    issue.version += 1
    with pghistory.context(reason=text):
        issue.save()
    _tell(issue, by=by)
    return issue


def _tell(issue: Issue, *, by: User) -> None:
    """Tell those on whose desk the issue has come; nobody of one that is closed."""
    if issue.is_open:
        sentence = _("Hambatan %(number)s “%(title)s” ada di meja Anda.")
        text = sentence % {"number": issue.number, "title": issue.title}
        people = people_at_desk_of(issue)
        notify(people, kind="issue-on-desk", text=text, url=issue.get_absolute_url(), by=by)
