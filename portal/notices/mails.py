"""Notices by e-mail: one by one, or what is new in one digest a day."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from portal.models import User
from portal.notices.models import MailChoice, Notice

When = MailChoice.When
MOST = 30  # notices that a digest spells out
OLDEST = timedelta(days=14)  # what nobody read by then is no news

logger = logging.getLogger(__name__)


def mail_each(notice_ids: list[int]) -> None:
    """Mail these notices, each by itself, unless they were read or mailed meanwhile.

    What a mail server refuses is logged, and mailed by the next digest.
    """
    for pk in notice_ids:
        with transaction.atomic():
            notice = _waiting().filter(pk=pk).select_related("user").first()
            if notice is not None:
                _send(notice.user, [notice], "one")


def send_digests() -> None:
    """A daily job: everyone who has unread notices that were not mailed gets them in one mail.

    Nobody gets a second digest on a day. Of those who chose mails at once, what could not be sent.
    """
    if not settings.EMAIL_IS_CONFIGURED:
        return
    for user in _awaiting_digest():
        with transaction.atomic():
            notices = list(_waiting().filter(user=user).order_by("pk"))
            if notices:
                _send(user, notices, "digest")


def _waiting() -> QuerySet:
    """Notices to be mailed, locked; those that another process is mailing are left to it."""
    return _news().select_for_update(of=("self",), skip_locked=True)


def _news() -> QuerySet:
    """What nobody read or was mailed yet, of active people who want mails."""
    news = Notice.objects.filter(mailed_at=None, created_at__gte=timezone.now() - OLDEST).unread()
    unwanted = MailChoice.objects.filter(when=When.NEVER).values("user")
    return news.filter(user__is_active=True).exclude(user__in=unwanted)


def _awaiting_digest() -> QuerySet:
    """People with something to be mailed, but those mailed today."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    mailed_today = Notice.objects.filter(mailed_at__gte=midnight).values("user")
    people = User.objects.filter(pk__in=_news().values("user"))
    return people.filter(Q(mail_choice__when=When.AT_ONCE) | ~Q(pk__in=mailed_today))


def _send(user: User, notices: list[Notice], template: str) -> None:
    """Mail notices to a person and note when, or log that the mail server refused."""
    spelled = notices[:MOST]
    context = {
        "user": user,
        "notices": spelled,
        "total": len(notices),
        "others": len(notices) - len(spelled),
        "portal_url": settings.PORTAL_URL,
    }
    subject = render_to_string(f"notices/mails/{template}_subject.txt", context)
    body = render_to_string(f"notices/mails/{template}.txt", context)
    prefix = settings.ACCOUNT_EMAIL_SUBJECT_PREFIX
    mail = EmailMessage(prefix + " ".join(subject.split()), body, to=[user.email])
    try:
        mail.send()
    except (SMTPException, OSError):
        # Neither address nor text: logs hold no personal data.
        logger.exception("Notices of user %s were not mailed", user.pk)
        return
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=timezone.now())
