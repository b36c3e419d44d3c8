"""Texts that people write again and again, kept under a title to be put into a report."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.models import User, Versioned


class SnippetQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "SnippetQuerySet":
        """A person's own and those that everybody shares."""
        return self.filter(Q(owner=None) | Q(owner=user)) if user.is_authenticated else self.none()


@pghistory.track()
class Snippet(Versioned):
    """A text template: of one person, or without an owner shared by all, which admins keep."""

    owner = models.ForeignKey(
        User,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="snippets",
        verbose_name=_("pemilik"),
    )
    title = models.CharField(_("judul"), max_length=80)
    text = models.TextField(_("teks"), max_length=2000)

    objects = SnippetQuerySet.as_manager()

    class Meta:
        verbose_name = _("templat teks")
        verbose_name_plural = _("templat teks")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "title"],
                nulls_distinct=False,
                name="snippet_title_once",
                violation_error_message=_("Sudah ada templat dengan judul ini."),
            )
        ]

    def __str__(self):
        return self.title
