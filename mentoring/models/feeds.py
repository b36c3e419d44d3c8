"""The secret address under which a person's calendar programme reads the portal."""

import hashlib
import secrets

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import User

SECRET_BYTES = 24  # 192 bits


def digest_of(secret: str) -> str:
    """What is kept of a secret: its SHA-256, which leads back to no address."""
    return hashlib.sha256(secret.encode()).hexdigest()


class CalendarFeedQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "CalendarFeedQuerySet":
        """A person's own."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def opened_by(self, secret: str) -> "CalendarFeedQuerySet":
        """The feed of an address, while it holds and its person may sign in."""
        return self.filter(digest=digest_of(secret), user__is_active=True)


@pghistory.track(exclude=["digest"])
class CalendarFeed(models.Model):
    """A person's calendar address; only a digest of the secret is kept, revoking deletes the row."""

    user = models.OneToOneField(
        User, models.CASCADE, related_name="calendar_feed", verbose_name=_("pengguna")
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("dibuat"), auto_now_add=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("alamat kalender")
        verbose_name_plural = _("alamat kalender")

    def __str__(self):
        return str(self.user)

    @staticmethod
    def new_secret() -> str:
        """A secret for an address, that nobody guesses."""
        return secrets.token_urlsafe(SECRET_BYTES)
