"""Reminders of follow-ups before and after their due date: a daily job."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import FollowUp, FollowUpReminder
from mentoring.queries.concerned import owners_of
from portal.notices.operations import notify

WEEK = 7
KIND = "follow-up-due"


@transaction.atomic
def remind_due(today: date | None = None) -> int:
    """Remind the owners of follow-ups that fall due or are overdue; returns of how many.

    Seven days and one day before the due date, the day after it, and every week from then on. Once
    a stage: running it again on the same day reminds nobody twice, and a day on which it did not
    run is made up for. A new due date begins anew.
    """
    today = today or timezone.localdate()
    with connection.cursor() as cursor:  # a job started twice waits for itself
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('mentoring.remind_due'))")
    reached = list(_reached(today))
    FollowUpReminder.objects.bulk_create(
        FollowUpReminder(follow_up=follow_up, due_on=follow_up.due_on, stage=stage)
        for follow_up, stage in reached
    )
    for follow_up, _stage in reached:
        sentence = _sentence(follow_up, today)
        url = follow_up.get_absolute_url()
        notify(owners_of(follow_up), kind=KIND, text=sentence, url=url)
    return len(reached)


def stage_of(due_on: date, today: date) -> int | None:
    """The last stage that a due date has reached: -7, -1, 1, 8, 15 …; None where it is far away."""
    days = (today - due_on).days
    if days < -WEEK:
        return None
    if days < -1:
        return -WEEK
    return -1 if days < 1 else days - (days - 1) % WEEK


def _reached(today: date) -> Iterator[tuple[FollowUp, int]]:
    """The open follow-ups that came to a stage of which nobody was reminded yet, and that stage."""
    sent = FollowUpReminder.objects.filter(follow_up=OuterRef("pk"), due_on=OuterRef("due_on"))
    near = (
        FollowUp.objects.open()
        .filter(due_on__lte=today + timedelta(days=WEEK))
        .annotate(reminded=Subquery(sent.order_by("-stage").values("stage")[:1]))
        .select_related("visit__school")
        .defer("visit__school__search")
    )
    for follow_up in near.iterator(chunk_size=2000):
        stage = stage_of(follow_up.due_on, today)
        if stage is not None and (follow_up.reminded is None or follow_up.reminded < stage):
            yield follow_up, stage


def _sentence(follow_up: FollowUp, today: date) -> str:
    words = {
        "what": follow_up.description,
        "due": date_format(follow_up.due_on),
        "days": abs((follow_up.due_on - today).days),
    }
    if follow_up.due_on < today:
        return _("Tindak lanjut “%(what)s” lewat %(days)d hari dari tenggatnya, %(due)s.") % words
    if follow_up.due_on == today:
        return _("Tindak lanjut “%(what)s” jatuh tempo hari ini.") % words
    return _("Tindak lanjut “%(what)s” jatuh tempo %(days)d hari lagi, %(due)s.") % words
