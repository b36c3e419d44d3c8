"""What people are told, and how each of them wants it mailed."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import User

# A path of this portal: `/kunjungan/4/`, never `//elsewhere.example/` or `/\elsewhere.example/`.
OWN_PATH = r"^/([^/\\].*)?$"


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "NoticeQuerySet":
        """A person's own."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def unread(self) -> "NoticeQuerySet":
        return self.filter(is_unread=True)


class Notice(models.Model):
    """One thing that one person is told, with the path of the page that it is about.

    Without a history: nothing of it changes but when it was read and mailed, which it says itself.
    """

    user = models.ForeignKey(
        User, models.CASCADE, related_name="notices", db_index=False, verbose_name=_("kepada")
    )
    kind = models.SlugField(_("jenis"), max_length=40, db_index=False)  # e.g. visit-sent-back
    text = models.TextField(_("isi"))
    url = models.CharField(_("halaman"), max_length=200)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("oleh")
    )
    created_at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("dibaca"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("dikirim lewat surel"), null=True, blank=True)
    is_unread = models.GeneratedField(
        expression=Q(read_at=None), output_field=models.BooleanField(), db_persist=True
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pemberitahuan")
        verbose_name_plural = _("pemberitahuan")
        ordering = ["-is_unread", "-pk"]
        indexes = [
            # The inbox, and the number of unread ones in the top bar.
            models.Index(fields=["user", "-is_unread", "-id"], name="notice_of_person"),
            # What the digest still has to mail, and whom it has mailed today.
            models.Index(fields=["mailed_at", "created_at"], name="notice_by_mail"),
        ]
        constraints = [
            models.CheckConstraint(
                name="notice_leads_into_the_portal",
                condition=Q(url__regex=OWN_PATH),
                violation_error_message=_("Pemberitahuan hanya menunjuk halaman portal ini."),
            )
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        """Where it is opened: it counts as read from then on, and leads on to its thing."""
        return reverse("notices:open", args=[self.pk])


class MailChoiceQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MailChoiceQuerySet":
        """A person's own."""
        return self.filter(user=user) if user.is_authenticated else self.none()


@pghistory.track()
class MailChoice(models.Model):
    """How a person wants notices mailed. Who never chose gets the digest."""

    class When(models.TextChoices):
        AT_ONCE = "langsung", _("Satu surel untuk setiap pemberitahuan, segera")
        DAILY = "harian", _("Satu ringkasan sehari, bila ada yang baru")
        NEVER = "tidak", _("Tanpa surel; hanya di portal")

    user = models.OneToOneField(
        User, models.CASCADE, related_name="mail_choice", verbose_name=_("pengguna")
    )
    when = models.CharField(
        _("Surel pemberitahuan"), max_length=8, choices=When, default=When.DAILY
    )

    objects = MailChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("pilihan surel")
        verbose_name_plural = _("pilihan surel")
        constraints = [
            models.CheckConstraint(
                name="mail_choice_is_known",
                condition=Q(when__in=["langsung", "harian", "tidak"]),
            )
        ]

    def __str__(self):
        return self.get_when_display()
