"""The demo's targets: what the city and the first school of the cohort mean to reach."""

from decimal import Decimal

from django.utils import timezone

from indicators.models import IndicatorSet, Measurement, Target
from mentoring.models import Assignment

AIMED_AT = (("A.1", 12), ("A.2", 30), ("D.4", 3))  # points above the start, in three years


def make_targets(cohort: list[Assignment]) -> None:
    """From the figures of two years ago, so that some are on their path and some are behind."""
    start = timezone.localdate().year - 2
    indicators = {one.code: one for one in IndicatorSet.objects.get(code="spm").indicators.all()}
    rows = []
    for place in ({"area_id": "63.71"}, {"school": cohort[0].school}):
        for code, gain in AIMED_AT:
            baseline = Measurement.objects.whole().get(
                indicator=indicators[code], year=start, **place
            )
            rows.append(
                Target(
                    indicator=indicators[code],
                    baseline_year=start,
                    baseline=baseline.value,
                    year=start + 3,
                    value=min(baseline.value + gain, Decimal(100)),
                    note="contoh",
                    **place,
                )
            )
    Target.objects.bulk_create(rows)
