"""How an agreement ends or goes on: terminated with a reason, or renewed by a new one."""

from datetime import date, timedelta

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Agreement, Clause, Party, WorkPlan
from mentoring.models.holding import held_since
from mentoring.operations.work_plans import copy_open_activities
from portal.operations import Refused, lock, save_edit

State = Agreement.State
COPIED = ("kind", "title", "area", "reminder_days")


@transaction.atomic
def terminate_agreement(agreement: Agreement, *, on: date, reason: str) -> None:
    """End an agreement before its last day; it holds until the day before `on`.

    Raises Refused when it is a draft, was terminated already, does not run on that day, or when
    something was held under it on that day or later.
    """
    agreement = lock(agreement)
    if agreement.state == State.DRAFT:
        raise Refused(_("Naskah ini masih draf dan belum berlaku."))
    if agreement.state == State.TERMINATED:
        raise Refused(_("Naskah ini sudah diputus."))
    if not agreement.starts_on <= on <= agreement.ends_on:
        raise Refused(_("Tanggal ini di luar masa berlaku naskah."))
    if on > timezone.localdate():
        raise Refused(_("Tanggal pemutusan belum tiba. Catat pada harinya."))
    if held := held_since(agreement, on):
        raise Refused(
            _("Sejak tanggal itu sudah ada %s di bawah naskah ini. Pilih tanggal sesudahnya.")
            % held
        )
    agreement.state, agreement.terminated_on = State.TERMINATED, on
    agreement.termination_reason = reason
    with pghistory.context(reason=reason):
        save_edit(agreement, version=agreement.version)


@transaction.atomic
def renew_agreement(agreement: Agreement) -> Agreement:
    """Make the draft that takes the agreement's place, as long and from the day after its end.

    It holds copies of the parties, the clauses and the open activities of the newest work plan, and
    knows which agreement it renews. Raises Refused when the agreement is a draft, was terminated,
    or was renewed already.
    """
    agreement = lock(agreement)
    if agreement.state in (State.DRAFT, State.TERMINATED):
        raise Refused(
            _("Naskah ini %s, jadi tidak dapat diperpanjang.") % agreement.get_state_display()
        )
    if Agreement.objects.filter(renews=agreement).exists():
        raise Refused(_("Naskah ini sudah diperpanjang. Buka naskah penggantinya."))
    starts_on = agreement.ends_on + timedelta(days=1)
    draft = Agreement.objects.create(
        renews=agreement,
        starts_on=starts_on,
        ends_on=starts_on + (agreement.ends_on - agreement.starts_on),
        **{name: getattr(agreement, name) for name in COPIED},
    )
    _copy_parties(agreement, draft)
    _copy_plan(agreement, draft, _copy_clauses(agreement, draft))
    return draft


def _copy_parties(agreement: Agreement, draft: Agreement) -> None:
    Party.objects.bulk_create(
        Party(
            agreement=draft,
            side=party.side,
            institution=party.institution,
            name=party.name,
            position=party.position,
        )
        for party in agreement.parties.all()
    )


def _copy_clauses(agreement: Agreement, draft: Agreement) -> dict[int, Clause]:
    """The draft's clauses by the id of the clause that each is a copy of."""
    return {
        clause.pk: Clause.objects.create(agreement=draft, order=clause.order, text=clause.text)
        for clause in agreement.clauses.all()
    }


def _copy_plan(agreement: Agreement, draft: Agreement, clauses: dict[int, Clause]) -> None:
    """Carry what the newest plan left open over to the draft's first year."""
    newest = agreement.work_plans.first()
    if newest is not None:
        plan = WorkPlan.objects.create(agreement=draft, year=draft.starts_on.year)
        copy_open_activities(newest, plan, clauses=clauses)


def note_renewal(agreement: Agreement) -> None:
    """Once an agreement that renews another is decided to be in force, the other is renewed."""
    former = agreement.renews
    if agreement.state == State.DRAFT or former is None or former.state != State.IN_FORCE:
        return
    former = lock(former)
    former.state = State.RENEWED
    save_edit(former, version=former.version)
