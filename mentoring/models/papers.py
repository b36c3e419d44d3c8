"""Papers that were issued: numbered, frozen as they were printed, and checked by anyone who holds one."""

import secrets
import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.posts import in_post_scope
from mentoring.models.reviews import Review
from mentoring.models.visits import Visit, in_visit_scope
from portal.models import Area, Role, User, in_scope_of

# Without what is read for something else on paper: 0 and o, 1 and l.
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
TOKEN_LENGTH = 12  # 60 bits: nobody guesses a paper


def new_token() -> str:
    """What leads from a paper to its public page; short enough to be typed."""
    return "".join(secrets.choice(LETTERS) for _place in range(TOKEN_LENGTH))


def stored_name(instance, filename: str) -> str:
    """A stored name that says nothing about the paper."""
    return f"papers/{timezone.localdate():%Y/%m}/{uuid.uuid4().hex}.pdf"


class PaperQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PaperQuerySet":
        """Minutes like their visit or review; letters to the office of their area and their person."""
        minutes = Q(kind=Paper.Kind.MINUTES) & in_visit_scope(user, "visit__")
        minutes |= Q(kind=Paper.Kind.REVIEW) & in_post_scope(user, "review__post__")
        if user.role == Role.SCHOOL:
            return self.filter(minutes)
        addressed = Q(facilitator=user) | in_scope_of(user, "area__code")
        return self.filter(minutes | Q(kind=Paper.Kind.LETTER) & addressed)

    def current(self) -> "PaperQuerySet":
        return self.filter(state=Paper.State.CURRENT)


@pghistory.track(exclude=["snapshot"])
class Paper(models.Model):
    """An issued paper: its bytes, what they were made of, and whether it still holds.

    Minutes belong to a visit or a review, and a correction makes the next `revision`; `facilitator`
    is who recorded it. A letter of assignment belongs to its facilitator, and to a visit where it
    was written for one. What was printed never changes: a trigger holds it.
    """

    class Kind(models.TextChoices):
        """Each is the code of its series of numbers."""

        MINUTES = "berita-acara", _("berita acara")
        LETTER = "surat-tugas", _("surat tugas")
        REVIEW = "ba-pos", _("berita acara pos kinerja")

    class State(models.TextChoices):
        CURRENT = "berlaku", _("berlaku")
        WITHDRAWN = "ditarik", _("ditarik")
        REPLACED = "diganti", _("diganti")

    kind = models.CharField(_("jenis"), max_length=12, choices=Kind)
    token = models.CharField(max_length=16, unique=True, default=new_token, editable=False)
    number = models.CharField(_("nomor"), max_length=80)
    year = models.PositiveSmallIntegerField(_("tahun"))
    sequence = models.PositiveIntegerField(_("nomor urut"))
    revision = models.PositiveSmallIntegerField(_("terbitan"), default=1)
    visit = models.ForeignKey(
        Visit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name=_("kunjungan"),
    )
    review = models.ForeignKey(
        Review,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name=_("tinjauan pos kinerja"),
    )
    facilitator = models.ForeignKey(
        User, models.PROTECT, related_name="papers", verbose_name=_("fasilitator")
    )
    area = models.ForeignKey(Area, models.PROTECT, related_name="papers", verbose_name=_("wilayah"))
    issued_on = models.DateField(_("tanggal terbit"))
    issued_at = models.DateTimeField(_("diterbitkan"))
    issued_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("diterbitkan oleh")
    )
    file = models.FileField(_("berkas"), upload_to=stored_name)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(_("ukuran"))
    template_version = models.CharField(_("versi templat"), max_length=40)
    snapshot = models.JSONField(_("isi"))
    state = models.CharField(_("status"), max_length=8, choices=State, default=State.CURRENT)
    reason = models.TextField(_("alasan"), blank=True)  # why it holds no more
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replacement",
        verbose_name=_("menggantikan"),
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("naskah")
        verbose_name_plural = _("naskah")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "sequence"], name="paper_sequence_once"
            ),
            models.UniqueConstraint(fields=["kind", "number"], name="paper_number_once"),
            models.UniqueConstraint(
                fields=["kind", "visit"],
                condition=Q(state="berlaku"),
                name="paper_current_once_per_visit",
            ),
            models.UniqueConstraint(
                fields=["kind", "review"],
                condition=Q(state="berlaku"),
                name="paper_current_once_per_review",
            ),
            models.CheckConstraint(
                name="paper_minutes_are_of_a_review",
                condition=~Q(kind="ba-pos") | Q(review__isnull=False),
            ),
            models.CheckConstraint(
                name="paper_minutes_are_of_a_visit",
                condition=~Q(kind="berita-acara") | Q(visit__isnull=False),
            ),
            models.CheckConstraint(
                name="paper_current_or_says_why",
                condition=Q(state="berlaku") | ~Q(reason=""),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="paper_is_frozen", exclude=["state", "reason"]),
            pgtrigger.Protect(name="paper_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"

    def get_absolute_url(self):
        return reverse("mentoring:paper", args=[self.pk])

    @property
    def check_url(self) -> str:
        """The public page that says whether the paper is genuine, as an address from outside."""
        return settings.PORTAL_URL + reverse("mentoring:paper-check", args=[self.token])

    @property
    def is_current(self) -> bool:
        return self.state == self.State.CURRENT

    @property
    def file_name(self) -> str:
        """What a reader's computer calls it."""
        return f"{self.kind}-{self.number}".replace("/", "-") + ".pdf"
