"""The answers of a visit to the items of its instrument, in columns that SQL can read."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.models.instruments import InstrumentItem, ItemChoice
from mentoring.models.kinds import DIGITS, PLACES
from mentoring.models.visits import OfVisitQuerySet, Visit


@pghistory.track()
class Answer(models.Model):
    """The answer to one item: a score from 1 to 4, a number, yes or no, or a text; and a note.

    Which of them is for the item's kind to say; choices stand in AnswerChoice, photos are evidence.
    A draft may hold a note without an answer; a submitted report may not.
    """

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="answers")
    item = models.ForeignKey(
        InstrumentItem, models.PROTECT, related_name="answers", verbose_name=_("butir")
    )
    score = models.PositiveSmallIntegerField(
        _("skor"),
        null=True,
        blank=True,
        validators=[
            MinValueValidator(1, _("Skor rubrik antara 1 dan 4.")),
            MaxValueValidator(4, _("Skor rubrik antara 1 dan 4.")),
        ],
    )
    number = models.DecimalField(
        _("angka"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True
    )
    yes = models.BooleanField(_("ya"), null=True, blank=True)
    text = models.TextField(_("teks"), blank=True, max_length=4000)
    note = models.CharField(_("catatan"), max_length=500, blank=True)

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("jawaban")
        verbose_name_plural = _("jawaban")
        ordering = ["item__section__order", "item__order", "item"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "item"], name="answer_once_per_item"),
            models.CheckConstraint(
                name="answer_score_is_1_to_4",
                condition=Q(score__gte=1, score__lte=4),
                violation_error_message=_("Skor rubrik antara 1 dan 4."),
            ),
            models.CheckConstraint(
                name="answer_is_of_one_kind",
                condition=Q(number=None, yes=None, text="")
                | Q(score=None, yes=None, text="")
                | Q(score=None, number=None, text="")
                | Q(score=None, number=None, yes=None),
            ),
        ]

    def __str__(self):
        found = (self.score, self.number, self.yes, self.text or None)
        return f"{self.item}: {next((value for value in found if value is not None), '–')}"

    @staticmethod
    def history_name(event) -> str:
        """Which item; whoever reads many events prefetches it."""
        item = getattr(event, "item", None)  # None, too, where the item is gone
        return f"“{item}”" if item else ""


@pghistory.track()
class AnswerChoice(models.Model):
    """A choice that was ticked in a visit; which item it answers is the choice's to say."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="chosen")
    choice = models.ForeignKey(
        ItemChoice, models.PROTECT, related_name="answers", verbose_name=_("pilihan")
    )

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("pilihan jawaban")
        verbose_name_plural = _("pilihan jawaban")
        ordering = ["choice__order", "choice"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "choice"], name="choice_once_per_visit")
        ]

    def __str__(self):
        return f"{self.choice.item}: {self.choice}"

    @staticmethod
    def history_name(event) -> str:
        """Which choice; whoever reads many events prefetches it."""
        choice = getattr(event, "choice", None)
        return f"“{choice}”" if choice else ""
