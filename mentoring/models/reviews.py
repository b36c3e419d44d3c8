"""A review of a performance post: targets judged and set, obstacles, an amount, and its steps."""

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.models.agreements import SIDES, Agreement, Side
from mentoring.models.posts import PerformancePost, in_post_scope
from mentoring.models.work_plans import Activity, only_fitting
from portal.models import User, Versioned


class ReviewQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ReviewQuerySet":
        """The reviews of the posts in scope; a school reads all of its own."""
        return self.filter(in_post_scope(user, "post__"))

    def standing(self) -> "ReviewQuerySet":
        """Those that were not cancelled."""
        return self.exclude(state=Review.State.CANCELLED)

    def held(self) -> "ReviewQuerySet":
        """Those that took place, whether or not they are approved yet."""
        return self.filter(state__in=Review.TOOK_PLACE)


@pghistory.track()
class Review(Versioned):
    """A meeting of a post over one period.

    One side records it (`side`), a person of the other side approves it. What was set last time is
    carried over when it is planned.
    """

    class State(models.TextChoices):
        PLANNED = "direncanakan", _("direncanakan")
        HELD = "dilaksanakan", _("dilaksanakan, menunggu pengesahan")
        RETURNED = "dikembalikan", _("dikembalikan")
        APPROVED = "disahkan", _("disahkan")
        CANCELLED = "dibatalkan", _("dibatalkan")

    OPEN = (State.PLANNED, State.RETURNED)  # while it may be written
    TOOK_PLACE = (State.HELD, State.RETURNED, State.APPROVED)

    post = models.ForeignKey(
        PerformancePost, models.PROTECT, related_name="reviews", verbose_name=_("pos kinerja")
    )
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, related_name="reviews", verbose_name=_("naskah kerja sama")
    )
    activity = models.ForeignKey(
        Activity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("kegiatan rencana kerja"),
    )
    side = models.CharField(_("dicatat oleh pihak"), max_length=5, choices=Side, editable=False)
    led_by = models.ForeignKey(
        User, models.PROTECT, related_name="reviews", verbose_name=_("pencatat"), editable=False
    )
    period_from = models.DateField(_("periode mulai"))
    period_to = models.DateField(_("periode sampai"))
    date = models.DateField(_("tanggal pertemuan"))
    starts_at = models.TimeField(_("mulai"), null=True, blank=True)
    ends_at = models.TimeField(_("selesai"), null=True, blank=True)
    place = models.CharField(_("tempat"), max_length=160, blank=True)
    participants = models.TextField(_("peserta"), blank=True, max_length=2000)
    notes = models.TextField(_("notula"), blank=True, max_length=8000)
    amount = models.DecimalField(
        _("jumlah (Rp)"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0, _("Jumlah harus lebih dari 0."))],
    )
    amount_use = models.TextField(_("penggunaan"), blank=True, max_length=1000)
    state = models.CharField(
        _("status"), max_length=12, choices=State, default=State.PLANNED, editable=False
    )
    approved_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("disahkan oleh"),
        editable=False,
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("tinjauan")
        verbose_name_plural = _("tinjauan")
        ordering = ["-date", "-pk"]
        triggers = [only_fitting(Activity.Form.POST)]
        indexes = [
            models.Index(fields=["state", "date"], name="review_by_state"),
            models.Index(fields=["post", "-date", "-id"], name="review_by_post"),
        ]
        constraints = [
            models.CheckConstraint(
                name="review_period_ends_after_start",
                condition=Q(period_to__gte=F("period_from")),
                violation_error_message=_("Akhir periode mendahului awalnya."),
            ),
            models.CheckConstraint(
                name="review_not_before_its_period",
                condition=Q(date__gte=F("period_from")),
                violation_error_message=_("Tanggal pertemuan mendahului periode yang ditinjau."),
            ),
            models.CheckConstraint(
                name="review_ends_after_start",
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("Jam selesai harus setelah jam mulai."),
            ),
            models.CheckConstraint(
                name="review_amount_with_its_use",
                condition=Q(amount=None, amount_use="")
                | Q(amount__isnull=False, amount__gt=0) & ~Q(amount_use=""),
                violation_error_message=_(
                    "Isi jumlah dan penggunaannya, atau kosongkan keduanya. Jumlah lebih dari 0."
                ),
            ),
            models.CheckConstraint(
                name="review_state_is_known",
                condition=Q(
                    state__in=[
                        "direncanakan",
                        "dilaksanakan",
                        "dikembalikan",
                        "disahkan",
                        "dibatalkan",
                    ]
                ),  # fmt: skip
            ),
            models.CheckConstraint(
                name="review_approved_by_another",
                condition=Q(state="disahkan", approved_by__isnull=False)
                & ~Q(approved_by=F("led_by"))
                | ~Q(state="disahkan") & Q(approved_by=None),
                violation_error_message=_("Tinjauan disahkan oleh orang lain, bukan pencatatnya."),
            ),
            models.UniqueConstraint(
                fields=["post"],
                condition=Q(state="direncanakan"),
                name="review_planned_once_per_post",
                violation_error_message=_("Tinjauan berikutnya sudah direncanakan."),
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.post}"

    def get_absolute_url(self):
        return reverse("mentoring:review", args=[self.pk])

    @property
    def number(self) -> str:
        """The review's short number, e.g. P-00042."""
        return f"P-{self.pk:05d}"

    def clean(self):
        """Refuse an activity that no review under this agreement can be held for."""
        if self.activity_id and self.agreement_id:
            misfit = self.activity.misfit(self.agreement, Activity.Form.POST)
            if misfit:
                raise ValidationError({"activity": misfit})

    @property
    def is_open(self) -> bool:
        """Whether it may still be written."""
        return self.state in self.OPEN

    @property
    def is_held(self) -> bool:
        """Whether it waits for approval."""
        return self.state == self.State.HELD

    @property
    def is_approved(self) -> bool:
        return self.state == self.State.APPROVED

    def is_recorded_by_side_of(self, user: User) -> bool:
        """Whether the person is of the side that records it."""
        return SIDES.get(user.role) == self.side
