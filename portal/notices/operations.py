"""What may happen to notices: people are told, read them, and choose how they are mailed."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.models import User
from portal.notices.models import MailChoice, Notice
from portal.notices.tasks import mail_at_once

When = MailChoice.When


@transaction.atomic
def notify(
    people: Iterable[User], *, kind: str, text: str, url: str, by: User | None = None
) -> None:
    """Tell people something, once each: never `by`, who did it, and only people with an active account.

    `text` is a whole sentence in Indonesian without anything secret, because it is mailed too;
    `url` the path of the page that it is about, which asks its reader's permission itself. Goes with
    the transaction that it is called in. Mails leave later, in the background.
    """
    asked = {person.pk for person in people} - {by and by.pk}
    told = User.objects.filter(pk__in=asked, is_active=True).values_list("pk", "mail_choice__when")
    choices = dict(told.order_by("pk"))
    notices = Notice.objects.bulk_create(
        Notice(user_id=pk, kind=kind, text=text, url=url, by=by) for pk in choices
    )
    urgent = [notice.pk for notice in notices if choices[notice.user_id] == When.AT_ONCE]
    if urgent and settings.EMAIL_IS_CONFIGURED:
        mail_at_once.enqueue(urgent)


def mark_read(notice: Notice) -> None:
    """The notice was seen; the first time counts."""
    Notice.objects.unread().filter(pk=notice.pk).update(read_at=timezone.now())


def mark_all_read(user: User, *, until: int) -> int:
    """A person has seen every notice up to the one with this primary key; returns how many were new.

    Those that came after the page was shown stay unread.
    """
    seen = Notice.objects.visible_to(user).unread().filter(pk__lte=until)
    return seen.update(read_at=timezone.now())


def choose_mail(user: User, when: str) -> None:
    """Keep how a person wants notices mailed; the same again changes nothing."""
    chosen, is_new = MailChoice.objects.get_or_create(user=user, defaults={"when": when})
    if not is_new and chosen.when != when:
        chosen.when = when
        chosen.save()
