"""Pos kinerja: where the partners review, time after time, what a school or the city achieved."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.models import Area, Role, User, Versioned, in_scope_of
from schools.models import School, in_school_scope

ONE_PLACE = _("Pilih satu sekolah atau satu wilayah, bukan keduanya.")


def in_post_scope(user: User, path: str = "") -> Q:
    """Condition "the post lies in the user's scope"; `path` leads to it, e.g. `post__`.

    A school's account has the posts of its school, and none of an area.
    """
    of_school = in_school_scope(user, f"{path}school__")
    if user.role == Role.SCHOOL:
        return of_school
    return of_school | (Q(**{f"{path}school": None}) & in_scope_of(user, f"{path}area__code"))


class PostQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PostQuerySet":
        """The posts of the schools and areas in scope."""
        return self.filter(in_post_scope(user))


@pghistory.track()
class PerformancePost(Versioned):
    """A performance review post with one school or for one area; what it is called is data.

    Its reviews follow each other: what one sets as targets, the next one judges.
    """

    label = models.CharField(_("nama pos"), max_length=120)
    description = models.TextField(_("keterangan"), blank=True, max_length=2000)
    school = models.ForeignKey(
        School,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("sekolah"),
    )
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("wilayah"),
    )
    active = models.BooleanField(_("aktif"), default=True)
    source = models.CharField(_("sumber data"), max_length=40, blank=True, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("pos kinerja")
        verbose_name_plural = _("pos kinerja")
        ordering = ["label", "pk"]
        constraints = [
            models.CheckConstraint(
                name="post_of_a_school_or_an_area",
                condition=Q(school=None, area__isnull=False) | Q(school__isnull=False, area=None),
                violation_error_message=ONE_PLACE,
            ),
            models.CheckConstraint(
                name="post_has_a_label",
                condition=~Q(label=""),
                violation_error_message=_("Isi nama pos."),
            ),
            models.UniqueConstraint(
                fields=["school", "label"],
                name="post_label_once_per_school",
                condition=Q(school__isnull=False),
                violation_error_message=_("Pos dengan nama ini sudah ada di sekolah ini."),
            ),
            models.UniqueConstraint(
                fields=["area", "label"],
                name="post_label_once_per_area",
                condition=Q(area__isnull=False),
                violation_error_message=_("Pos dengan nama ini sudah ada di wilayah ini."),
            ),
        ]

    def __str__(self):
        return f"{self.label} – {self.place.name}"

    def get_absolute_url(self):
        return reverse("mentoring:post", args=[self.pk])

    @property
    def place(self) -> School | Area:
        """With whom it is held: a school, or an area."""
        return self.school or self.area

    @property
    def area_code(self) -> str:
        """The code of the area that it lies in: the school's kecamatan, or its own area."""
        return self.school.district_id if self.school_id else self.area_id
