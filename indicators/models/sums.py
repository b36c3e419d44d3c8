"""What the figures of an area's schools add up to: derived, and kept by the database itself.

Triggers on figures and schools add and subtract (migration sums_of_schools), so that an overview of
the nation reads thousands of rows instead of millions, and never yesterday's. No history of its own.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolSums(models.Model):
    """The figures of the schools of one stage in a kecamatan or a kabupaten/kota (`level`), of an
    indicator in a Rapor year.

    Place and stage are those that the schools have today. `weighed` schools have both a value
    and the number of pupils behind it, `parted` ones a numerator and a denominator.
    """

    pk = models.CompositePrimaryKey("level", "year", "indicator_id", "area_code", "stage")
    level = models.CharField(_("tingkat"), max_length=10)
    year = models.PositiveSmallIntegerField(_("tahun Rapor"))
    indicator = models.ForeignKey(
        "indicators.Indicator", models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    # No foreign key: compared by prefix, so in the order of bytes.
    area_code = models.CharField(_("wilayah"), max_length=13, db_collation="C")
    stage = models.CharField(_("jenjang"), max_length=10)
    schools = models.IntegerField()
    weighed = models.IntegerField()
    weighted_sum = models.DecimalField(max_digits=30, decimal_places=8)
    weights = models.DecimalField(max_digits=22, decimal_places=4)
    parted = models.IntegerField()
    numerators = models.DecimalField(max_digits=22, decimal_places=4)
    denominators = models.DecimalField(max_digits=22, decimal_places=4)
    red = models.IntegerField()
    yellow = models.IntegerField()
    green = models.IntegerField()

    class Meta:
        managed = False
        db_table = "indicators_schoolsums"
        verbose_name = _("jumlah angka sekolah")
        verbose_name_plural = _("jumlah angka sekolah")

    def __str__(self):
        return f"{self.area_code} {self.stage} {self.year}"
