"""A person's calendar address: made, which replaces an earlier one, and revoked."""

from django.db import transaction

from mentoring.models import CalendarFeed
from mentoring.models.feeds import digest_of
from portal.models import User


@transaction.atomic
def make_feed(user: User) -> str:
    """Give a person a new calendar address; an earlier one holds no longer.

    Returns the secret part of the address. It is told only now: the database keeps a digest.
    """
    revoke_feed(user)
    secret = CalendarFeed.new_secret()
    CalendarFeed.objects.create(user=user, digest=digest_of(secret))
    return secret


@transaction.atomic
def revoke_feed(user: User) -> bool:
    """Take a person's calendar address back; returns whether there was one."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    deleted, _by_model = CalendarFeed.objects.filter(user=user).delete()
    return bool(deleted)
