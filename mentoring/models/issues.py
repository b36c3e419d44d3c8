"""Hambatan: what hinders a school, taken up level by level until somebody answers it."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.visits import Visit
from portal.models import User, Versioned
from schools.models import School, in_school_scope


class IssueQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "IssueQuerySet":
        """The issues of the schools in scope; a school sees all of its own."""
        return self.filter(in_school_scope(user, "school__"))

    def open(self) -> "IssueQuerySet":
        """Issues that nobody closed: still on somebody's desk."""
        return self.exclude(state=Issue.State.CLOSED)

    def of_school(self, school: School) -> "IssueQuerySet":
        return self.filter(school=school)


@pghistory.track()
class Issue(Versioned):
    """An obstacle of a school, and at which level it lies.

    It goes up while it is handled, from `first_level` on. An answer comes down again level by
    level, until it is back with who raised it. `since` is when it came to the desk where it lies.
    """

    Level = Visit.Escalation

    class State(models.TextChoices):
        HANDLED = "ditangani", _("ditangani")
        ANSWERED = "dijawab", _("jawaban diteruskan")
        RETURNED = "kembali", _("dijawab, menunggu pengusul")
        CLOSED = "ditutup", _("ditutup")

    school = models.ForeignKey(
        School, models.PROTECT, related_name="issues", verbose_name=_("sekolah")
    )
    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("kunjungan"),
    )
    title = models.CharField(_("pokok hambatan"), max_length=200)
    description = models.TextField(_("uraian"), max_length=4000)
    raised_by = models.ForeignKey(
        User, models.PROTECT, related_name="issues", verbose_name=_("pengusul")
    )
    raised_at = models.DateTimeField(_("diajukan"), default=timezone.now, editable=False)
    first_level = models.CharField(_("tingkat pertama"), max_length=8, choices=Level)
    level = models.CharField(_("tingkat"), max_length=8, choices=Level)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.HANDLED)
    answer = models.TextField(_("jawaban"), blank=True, max_length=4000)
    since = models.DateTimeField(_("sejak"), default=timezone.now, editable=False)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("hambatan")
        verbose_name_plural = _("hambatan")
        ordering = ["since", "pk"]
        indexes = [models.Index(fields=["state", "since"], name="issue_by_desk")]
        constraints = [
            models.CheckConstraint(
                name="issue_level_is_known",
                condition=Q(level__in=["sekolah", "daerah", "bpmp", "pusat"])
                & Q(first_level__in=["sekolah", "daerah", "bpmp", "pusat"]),
            ),
            models.CheckConstraint(
                name="issue_state_is_known",
                condition=Q(state__in=["ditangani", "dijawab", "kembali", "ditutup"]),
            ),
            models.CheckConstraint(
                name="issue_comes_back_with_an_answer",
                condition=~Q(state__in=["dijawab", "kembali"]) | ~Q(answer=""),
                violation_error_message=_("Tuliskan jawabannya."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("mentoring:issue", args=[self.pk])

    @property
    def number(self) -> str:
        """The issue's short number, e.g. H-00042."""
        return f"H-{self.pk:05d}"

    @property
    def is_open(self) -> bool:
        return self.state != self.State.CLOSED

    @property
    def level_above(self) -> str | None:
        """The level that it would be taken up to; None at the highest."""
        place = self.Level.values.index(self.level) + 1
        return self.Level.values[place] if place < len(self.Level.values) else None

    @property
    def level_below(self) -> str | None:
        """The level that an answer comes down to; None where it comes back to who raised it."""
        if self.level == self.first_level:
            return None
        return self.Level.values[self.Level.values.index(self.level) - 1]


class OfIssueQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfIssueQuerySet":
        return self.filter(in_school_scope(user, "issue__school__"))


@pghistory.track()
class IssueStep(models.Model):
    """A step of an issue: what was done, from which level to which, by whom, when, and in what words."""

    class Kind(models.TextChoices):
        RAISED = "diajukan", _("diajukan")
        UP = "dinaikkan", _("dinaikkan")
        ANSWERED = "dijawab", _("dijawab")
        DOWN = "diteruskan", _("jawaban diteruskan")
        REOPENED = "dibuka", _("dibuka kembali")
        CLOSED = "ditutup", _("ditutup")

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="steps")
    kind = models.CharField(_("langkah"), max_length=10, choices=Kind)
    from_level = models.CharField(_("dari"), max_length=8, choices=Issue.Level, blank=True)
    to_level = models.CharField(_("ke"), max_length=8, choices=Issue.Level)
    to_state = models.CharField(_("menjadi"), max_length=10, choices=Issue.State)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)
    text = models.TextField(_("keterangan"), blank=True, max_length=4000)

    objects = OfIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("langkah hambatan")
        verbose_name_plural = _("langkah hambatan")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_to_level_display()}"
