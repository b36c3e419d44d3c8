"""What a school counts each year: pupils, classes, staff, rooms."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import User, Versioned
from portal.tracking import by_statement
from schools.models.described import in_school_scope
from schools.models.schools import School


class YearlyFiguresQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "YearlyFiguresQuerySet":
        return self.filter(in_school_scope(user, "school__"))


@pghistory.track(*by_statement())
class YearlyFigures(Versioned):
    """A school's counts in one school year, July to June; None where a count is not known."""

    school = models.ForeignKey(
        School, models.PROTECT, related_name="yearly_figures", verbose_name=_("sekolah")
    )
    # 2022 is the school year 2022/2023.
    year = models.PositiveSmallIntegerField(
        _("tahun ajaran"), validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    pupils = models.PositiveIntegerField(_("peserta didik"), null=True, blank=True)
    classes = models.PositiveIntegerField(_("rombongan belajar"), null=True, blank=True)
    teachers = models.PositiveIntegerField(_("guru"), null=True, blank=True)
    staff = models.PositiveIntegerField(_("pegawai"), null=True, blank=True)
    classrooms = models.PositiveIntegerField(_("ruang kelas"), null=True, blank=True)
    laboratories = models.PositiveIntegerField(_("laboratorium"), null=True, blank=True)
    libraries = models.PositiveIntegerField(_("perpustakaan"), null=True, blank=True)
    source = models.CharField(_("sumber data"), max_length=120, blank=True)

    objects = YearlyFiguresQuerySet.as_manager()

    class Meta:
        verbose_name = _("data tahunan")
        verbose_name_plural = _("data tahunan")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["school", "year"], name="yearly_figures_once_a_year"),
            models.CheckConstraint(
                name="yearly_figures_year_is_plausible",
                condition=models.Q(year__range=(1990, 2100)),
            ),
        ]

    def __str__(self):
        return f"{self.school}, {self.year_label}"

    def get_absolute_url(self):
        """The figures are read on the page of their school."""
        return self.school.get_absolute_url()

    @property
    def year_label(self) -> str:
        """The school year as people write it: 2022/2023."""
        return f"{self.year}/{self.year + 1}"
