"""What a review holds: its targets, the obstacles that it looked at, and the steps that it took."""

from decimal import Decimal

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator
from mentoring.models.issues import Issue
from mentoring.models.posts import in_post_scope
from mentoring.models.reviews import Review
from portal.models import User


def figure_told(value: Decimal | None, unit: str) -> str:
    """A number with its unit, the way people write it: 71,5%, 1.200 buku; – for none."""
    if value is None:
        return "–"
    shown = localize(value.normalize() + 0, use_l10n=True)
    return f"{shown}%" if unit == "%" else f"{shown} {unit}"


class OfReviewQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfReviewQuerySet":
        return self.filter(in_post_scope(user, "review__post__"))


class TargetQuerySet(OfReviewQuerySet):
    def of_last_period(self) -> "TargetQuerySet":
        """Those that the review judges."""
        return self.filter(part=ReviewTarget.Part.LAST)

    def of_next_period(self) -> "TargetQuerySet":
        """Those that the review sets."""
        return self.filter(part=ReviewTarget.Part.NEXT)


@pghistory.track()
class ReviewTarget(models.Model):
    """A target: judged by the review (`LAST`, with what came of it) or set by it (`NEXT`).

    One that was carried over says what it was set as, word for word; the first review of a post
    may write down what was agreed before there was a post.
    """

    class Part(models.TextChoices):
        LAST = "lalu", _("periode lalu")
        NEXT = "depan", _("periode berikutnya")

    class Outcome(models.TextChoices):
        MET = "tercapai", _("tercapai")
        PARTLY = "sebagian", _("tercapai sebagian")
        MISSED = "belum", _("belum tercapai")

    SET = ("text", "indicator_id", "value", "unit")  # what a target says when it is set

    review = models.ForeignKey(Review, models.CASCADE, related_name="targets")
    part = models.CharField(_("periode"), max_length=5, choices=Part)
    text = models.CharField(_("sasaran"), max_length=300)
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("indikator"),
    )
    value = models.DecimalField(
        _("nilai sasaran"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(_("satuan"), max_length=20, blank=True)
    achieved = models.DecimalField(
        _("nilai capaian"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    outcome = models.CharField(_("hasil"), max_length=8, choices=Outcome, blank=True)
    note = models.CharField(_("catatan capaian"), max_length=500, blank=True)
    carried_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="carried_to",
        verbose_name=_("dibawa dari sasaran"),
    )

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("sasaran pos kinerja")
        verbose_name_plural = _("sasaran pos kinerja")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_target_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Tuliskan sasarannya."),
            ),
            models.CheckConstraint(
                name="review_target_part_is_known", condition=Q(part__in=["lalu", "depan"])
            ),
            models.CheckConstraint(
                name="review_target_judged_when_over",
                condition=Q(part="lalu") | Q(achieved=None, outcome="", note="", carried_from=None),
                violation_error_message=_("Sasaran periode berikutnya belum punya capaian."),
            ),
            models.CheckConstraint(
                name="review_target_value_has_a_unit",
                condition=Q(value=None, achieved=None) | ~Q(unit=""),
                violation_error_message=_("Isi satuan dari nilai ini, misalnya % atau guru."),
            ),
            models.UniqueConstraint(
                fields=["review", "carried_from"],
                name="review_target_carried_once",
                condition=Q(carried_from__isnull=False),
            ),
        ]

    def __str__(self):
        told = [
            self.value is not None and self.aimed_at,
            self.achieved is not None and _("capaian %s") % self.reached,
            self.outcome and self.get_outcome_display(),
            self.note,
        ]
        said = ", ".join(str(part) for part in told if part)
        return f"{self.text} ({said})" if said else self.text

    @property
    def aimed_at(self) -> str:
        """The number that it aims at; – where it names none."""
        return figure_told(self.value, self.unit)

    @property
    def reached(self) -> str:
        """The number that was reached; – where none is told."""
        return figure_told(self.achieved, self.unit)

    @staticmethod
    def history_name(event) -> str:
        return f"“{event.text}”"


@pghistory.track()
class ReviewIssue(models.Model):
    """An unsolved obstacle that a review looked at; where it lies by now stands in the issue itself."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="reviewed_issues")
    issue = models.ForeignKey(
        Issue, models.PROTECT, related_name="reviewed_in", verbose_name=_("hambatan")
    )

    objects = OfReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("hambatan yang dibahas")
        verbose_name_plural = _("hambatan yang dibahas")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "issue"], name="issue_once_per_review")
        ]

    def __str__(self):
        return str(self.issue)

    @staticmethod
    def history_name(event) -> str:
        """Which issue; whoever reads many events prefetches it."""
        issue = getattr(event, "issue", None)
        return f"“{issue}”" if issue else ""


@pghistory.track()
class ReviewStep(models.Model):
    """A step of a review: from which state to which, by whom, when, and why where a reason is asked.

    The first, its planning, comes from no state.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="steps")
    from_state = models.CharField(_("dari"), max_length=12, choices=Review.State, blank=True)
    to_state = models.CharField(_("menjadi"), max_length=12, choices=Review.State)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)
    reason = models.TextField(_("alasan"), blank=True, max_length=1000)

    objects = OfReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("langkah tinjauan")
        verbose_name_plural = _("langkah tinjauan")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_step_with_reason",
                condition=~Q(to_state__in=["dikembalikan", "dibatalkan"]) | ~Q(reason=""),
                violation_error_message=_("Tuliskan alasannya."),
            ),
        ]

    def __str__(self):
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"
