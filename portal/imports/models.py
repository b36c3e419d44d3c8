"""A file on its way into the registry: the batch, its staged rows, and what its commit changed."""

from datetime import timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import Area, User, in_scope_of

KEPT_UNCOMMITTED = timedelta(days=30)


class State(models.TextChoices):
    """Where a batch stands. The -ing states are work under way, perhaps in a background task."""

    READING = "dibaca", _("Sedang dibaca")
    UNREADABLE = "gagal", _("Tidak dapat dibaca")
    MATCHING = "kolom", _("Kolom perlu dicocokkan")
    STAGED = "siap", _("Menunggu diperiksa")
    CHECKING = "diperiksa", _("Sedang diperiksa ulang")
    COMMITTING = "menyimpan", _("Sedang disimpan")
    COMMITTED = "tersimpan", _("Tersimpan")
    UNDOING = "membatalkan", _("Sedang dibatalkan")
    UNDONE = "dibatalkan", _("Dibatalkan")
    DISCARDED = "dibuang", _("Dibuang")


class Outcome(models.TextChoices):
    """What a staged row would do, or did."""

    NEW = "new", _("Baru")
    CHANGED = "changed", _("Berubah")
    UNCHANGED = "unchanged", _("Tetap")
    DUPLICATE = "duplicate", _("Ganda")
    CONFLICT = "conflict", _("Bentrok")
    ERROR = "error", _("Salah")


class BatchQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "BatchQuerySet":
        """The imports into areas inside the user's scope, and the user's own."""
        # Two querysets: "anything" is an empty condition, which a disjunction of conditions drops.
        return self.filter(by=user) | self.filter(in_scope_of(user, "area__code"))

    def expired(self) -> "BatchQuerySet":
        """Those that nobody committed within 30 days."""
        waiting = [State.READING, State.UNREADABLE, State.MATCHING, State.STAGED]
        return self.filter(state__in=waiting, at__lt=timezone.now() - KEPT_UNCOMMITTED)


@pghistory.track(
    fields=["kind", "by", "area", "file_name", "sha256", "state", "counts", "holds_from"],
    model_name="BatchEvent",
)
class Batch(models.Model):
    """One file, from its upload to its commit and perhaps its undo."""

    kind = models.SlugField(_("jenis berkas"))  # a registered Profile
    # None: the command line.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="imports",
        verbose_name=_("oleh"),
    )
    # Rows outside this area are errors; None is all of Indonesia.
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wilayah")
    )
    holds_from = models.DateField(_("berlaku sejak"), default=timezone.localdate)
    at = models.DateTimeField(_("diunggah"), auto_now_add=True)
    file = models.FileField(_("berkas"), upload_to="imports/%Y/%m/", blank=True)
    file_name = models.CharField(_("nama berkas"), max_length=255)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(_("keadaan"), max_length=12, choices=State, default=State.READING)
    # Why it is UNREADABLE, or why work on it came to nothing, in Indonesian.
    message = models.TextField(_("keterangan"), blank=True)

    sheets = ArrayField(models.TextField(), default=list, blank=True)
    sheet = models.TextField(_("lembar"), blank=True)
    header_row = models.PositiveIntegerField(_("baris judul kolom"), null=True)  # from 1
    headers = ArrayField(models.TextField(), default=list, blank=True)  # as the file writes them
    # The first texts below each header, by position.
    samples = models.JSONField(default=list, blank=True)
    # Name of a column of the profile → position in the file, from 0.
    matching = models.JSONField(_("pencocokan kolom"), default=dict, blank=True)

    # Name of a target → the columns whose values the new records of `StagedChange` hold.
    columns = models.JSONField(default=dict, blank=True)
    row_count = models.PositiveIntegerField(_("jumlah baris"), default=0)
    counts = models.JSONField(_("hasil"), default=dict, blank=True)  # outcome → rows
    undo_edited = models.BooleanField(default=False)  # the undo may overwrite later edits
    done = models.PositiveIntegerField(default=0)  # progress of the -ing state, `done` of `total`
    total = models.PositiveIntegerField(default=0)
    committed_at = models.DateTimeField(_("disimpan"), null=True, blank=True)
    undone_at = models.DateTimeField(_("dibatalkan"), null=True, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("impor")
        verbose_name_plural = _("impor")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["by", "-at"], name="import_by_person")]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("imports:batch", args=[self.pk])

    @property
    def is_under_way(self) -> bool:
        return self.state in (State.READING, State.CHECKING, State.COMMITTING, State.UNDOING)


def _batch(related_name: str) -> models.ForeignKey:
    """The batch of a staged record, unchecked: the check row by row would take as long as the COPY."""
    return models.ForeignKey(
        Batch, models.CASCADE, related_name=related_name, db_index=False, db_constraint=False
    )


class StagedRow(models.Model):
    """A row of the file as text, in the order of the profile's columns, and what it would do.

    Written and read set by set in SQL; kept after the commit as the record of what came in.
    """

    batch = _batch("rows")
    number = models.PositiveIntegerField()  # the row in the file, from 1
    cells = ArrayField(models.TextField())
    key = models.TextField(blank=True)  # what makes two rows the same row, e.g. the NPSN
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    # Codes of the checks that failed, e.g. "npsn.malformed"; the profile has their sentences.
    errors = ArrayField(models.TextField(), default=list)
    notes = ArrayField(models.TextField(), default=list)  # codes, likewise; e.g. merged rows
    # A person chose to leave the row out, or to let the file win over an edit made meanwhile.
    skipped = models.BooleanField(default=False)
    file_wins = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="staged_row_once"),
        ]
        indexes = [
            models.Index(fields=["batch", "outcome", "number"], name="staged_row_by_outcome"),
        ]

    def __str__(self):
        return f"{self.batch_id}:{self.number}"


class StagedChange(models.Model):
    """What a row does to one record of one target table: the difference, and after the commit the undo.

    `values` holds the columns to write; `before` those columns as they stood when the difference
    was made, at the record's `version`. The commit makes the version one higher.

    A new record has neither, but `texts`: the values of all of the target's columns in the order of
    `Batch.columns`, because an array is made and read several times as fast as JSON. Its primary key
    is taken from the sequence beforehand, so that the undo finds it.
    """

    batch = _batch("changes")
    target = models.CharField(max_length=40)  # name of a target of the profile
    number = models.PositiveIntegerField()  # of the StagedRow
    key = models.TextField()  # the record's natural key, e.g. its NPSN
    record = models.BigIntegerField()  # primary key
    version = models.PositiveIntegerField(null=True)
    values = models.JSONField(null=True)
    before = models.JSONField(null=True)
    texts = ArrayField(models.TextField(null=True), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "target", "number"], name="staged_change_once"
            ),
        ]

    def __str__(self):
        return f"{self.batch_id}:{self.target}:{self.number}"

    def written(self, batch: Batch) -> dict:
        """The columns that this change of the batch writes, with their values."""
        if self.texts is None:
            return self.values
        return dict(zip(batch.columns[self.target], self.texts, strict=True))


class RememberedMatching(models.Model):
    """How a person matched the columns of files with these headers, for the next such file."""

    kind = models.SlugField()
    headers_hash = models.CharField(max_length=64)
    matching = models.JSONField()  # as in Batch
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "headers_hash"], name="matching_once"),
        ]

    def __str__(self):
        return f"{self.kind}: {self.headers_hash[:8]}"
