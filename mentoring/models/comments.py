"""What people say to each other under a visit."""

from datetime import timedelta

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.visits import Visit, in_visit_scope
from portal.models import Role, User

EDITABLE = timedelta(minutes=15)


class CommentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "CommentQuerySet":
        """Those under the visits in scope; a school reads what was written once it could read along."""
        seen = self.filter(in_visit_scope(user, "visit__"))
        return seen.filter(with_school=True) if user.role == Role.SCHOOL else seen


@pghistory.track()
class Comment(models.Model):
    """A remark under a visit. Deleting leaves a place that says so."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="comments", db_index=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    text = models.TextField(_("komentar"), max_length=2000, blank=True)
    # Written on a verified visit, which its school reads; what came before stays among the offices.
    with_school = models.BooleanField(_("dibaca sekolah"))
    mentions = models.ManyToManyField(User, through="Mention", related_name="+")
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("diubah"), null=True, blank=True, editable=False)
    deleted_at = models.DateTimeField(_("dihapus"), null=True, blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("komentar")
        verbose_name_plural = _("komentar")
        ordering = ["pk"]
        indexes = [models.Index(fields=["visit", "-id"], name="comment_of_visit")]
        constraints = [
            models.CheckConstraint(
                name="comment_says_something_or_is_deleted",
                condition=(Q(deleted_at=None) & ~Q(text=""))
                | (Q(deleted_at__isnull=False) & Q(text="")),
                violation_error_message=_("Tulis komentarnya."),
            )
        ]

    def __str__(self):
        return self.text or str(_("dihapus"))

    @property
    def is_editable(self) -> bool:
        """Whether its writer may still change it: for 15 minutes."""
        return self.deleted_at is None and timezone.now() - self.at < EDITABLE


class OfCommentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfCommentQuerySet":
        return self.filter(comment__in=Comment.objects.visible_to(user))


@pghistory.track()
class Mention(models.Model):
    """A person whom a comment names, and who was told of it."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="named")
    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("pengguna"))

    objects = OfCommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("sebutan")
        verbose_name_plural = _("sebutan")
        constraints = [
            models.UniqueConstraint(fields=["comment", "user"], name="mention_once_per_comment")
        ]

    def __str__(self):
        return str(self.user)
