"""Corrections that a school proposes: put forward, withdrawn, decided field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.models import User
from portal.notices.operations import notify
from portal.operations import Refused, lock, refused_by
from schools.models import Decision, Proposal, ProposedChange, School
from schools.operations.schools import change_school

PROPOSABLE = (
    "name",
    "form",
    "status",
    "district",
    "address",
    "latitude",
    "longitude",
    "accreditation",
    "accreditation_number",
    "accreditation_until",
)
ONE_WAITING = "proposal_one_waiting"


@dataclass(frozen=True)
class Verdict:
    """What is decided about one field, and why."""

    decision: Decision
    reason: str = ""


@transaction.atomic
def propose(
    school: School, values: Mapping[str, object], *, by: User, holds_from: date, note: str = ""
) -> Proposal:
    """Put forward new values of a school's fields (PROPOSABLE); only those that differ are kept.

    Raises Refused where none differs, or an earlier proposal of the school still waits.
    """
    differing = {
        name: (as_text(getattr(school, name)), as_text(values[name]))
        for name in PROPOSABLE
        if name in values and as_text(getattr(school, name)) != as_text(values[name])
    }
    if not differing:
        raise Refused(_("Belum ada yang berbeda dari data sekarang. Ubah setidaknya satu isian."))
    waits = _(
        "Usulan sebelumnya masih menunggu keputusan. Tarik usulan itu untuk membuat yang baru."
    )
    with refused_by(waits, ONE_WAITING):
        proposal = Proposal.objects.create(school=school, by=by, holds_from=holds_from, note=note)
    ProposedChange.objects.bulk_create(
        ProposedChange(proposal=proposal, field=name, old=old, new=new)
        for name, (old, new) in differing.items()
    )
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: User, version: int) -> None:
    """Take a proposal back; what nobody decided yet counts as rejected.

    Raises Conflict when somebody decided meanwhile, Refused when nothing waits any more.
    """
    current = _waiting(proposal, version)
    reason = _("Ditarik oleh pengusul.")
    current.changes.filter(decision=Decision.WAITING).update(
        decision=Decision.REJECTED, reason=reason
    )
    _close(current, by)


@transaction.atomic
def decide(
    proposal: Proposal,
    verdicts: Mapping[int, Verdict],
    *,
    by: User,
    version: int,
    school_version: int,
    holds_from: date,
) -> None:
    """Accept or reject fields (key of the change → verdict); accepted ones are written at once.

    Fields without a verdict go on waiting. Raises Conflict when the proposal or the school was
    saved after the decider opened the page; Refused, and nothing is written, where a rejection has
    no reason or the school cannot hold an accepted value.
    """
    current = _waiting(proposal, version)
    school = lock(current.school, version=school_version)
    accepted = []
    for change in current.changes.filter(decision=Decision.WAITING):
        verdict = verdicts.get(change.pk)
        if verdict is None:
            continue
        if verdict.decision == Decision.REJECTED and not verdict.reason:
            raise Refused(_("Tuliskan alasan untuk setiap isian yang ditolak."))
        change.decision, change.reason = verdict.decision, verdict.reason
        change.save(update_fields=["decision", "reason"])
        if verdict.decision == Decision.ACCEPTED:
            accepted.append(change)
    if accepted:
        _write(school, accepted, current, holds_from)
    if not current.changes.filter(decision=Decision.WAITING).exists():
        _close(current, by)
    else:
        _count(current)
    _tell_proposer(current, verdicts, by)


def _tell_proposer(proposal: Proposal, verdicts: Mapping[int, Verdict], by: User) -> None:
    """The proposer learns what became of each field, a rejection with its reason."""
    decided = proposal.changes.filter(pk__in=verdicts)
    outcomes = [
        _("%(field)s diterima") % {"field": _label(change)}
        if change.decision == Decision.ACCEPTED
        else _("%(field)s ditolak (%(why)s)") % {"field": _label(change), "why": change.reason}
        for change in decided.exclude(decision=Decision.WAITING)
    ]
    if outcomes:
        told = {"school": proposal.school.name, "outcomes": "; ".join(outcomes)}
        text = _("Usulan data %(school)s diputuskan: %(outcomes)s.") % told
        url = proposal.get_absolute_url()
        notify([proposal.by], kind="proposal-decided", text=text, url=url, by=by)


def _label(change: ProposedChange) -> str:
    return str(School._meta.get_field(change.field).verbose_name)


def _write(school: School, accepted: list, proposal: Proposal, holds_from: date) -> None:
    version = school.version
    for change in accepted:
        field = School._meta.get_field(change.field)
        setattr(school, field.attname, field_value(change.field, change.new))
    fields = {change.field for change in accepted}
    if "accreditation" in fields:
        # A new result comes with a new decree: what was not accepted beside it is the old one's.
        for name in {"accreditation_number", "accreditation_until"} - fields:
            setattr(school, name, School._meta.get_field(name).get_default())
    school.facts_since = holds_from
    try:
        school.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    reason = _("Usulan sekolah oleh %s") % proposal.by
    with pghistory.context(reason=reason):
        change_school(school, version=version)


def _waiting(proposal: Proposal, version: int) -> Proposal:
    current = lock(proposal, version=version)
    if current.decided_at is not None:
        raise Refused(_("Usulan ini sudah diputuskan."))
    return current


def _close(proposal: Proposal, by: User) -> None:
    proposal.decided_at, proposal.decided_by = timezone.now(), by
    _count(proposal)


def _count(proposal: Proposal) -> None:
    proposal.version += 1
    proposal.save(update_fields=["decided_at", "decided_by", "version"])


def as_text(value: object) -> str:
    """A value of a school as a proposal keeps it; empty for none."""
    if value is None:
        return ""
    if isinstance(value, models.Model):
        return str(value.pk)
    return value.isoformat() if isinstance(value, date) else str(value)


def field_value(name: str, text: str) -> object:
    """The value that `as_text` made a text of, as the column of the field holds it."""
    field = School._meta.get_field(name)
    if text == "" and field.null:
        return None
    return field.target_field.to_python(text) if field.is_relation else field.to_python(text)
