"""An undo knows what other batches wrote since, and what they did not."""

from datetime import date

import pytest
from django.db.models import F

from portal.imports import operations, queries
from schools.models import School, YearlyFigures
from tests.schools.importing import HEADER, ONE, TWO, YEARS, committed, staged

pytestmark = pytest.mark.django_db
FIRST, SECOND = [ONE[0], "SATU", *ONE[2:]], [ONE[0], "DUA", *ONE[2:]]


@pytest.fixture
def school(make_school):
    since = date(2019, 1, 1)
    return make_school(npsn=ONE[0], name="LAMA", district="63.71.05", facts_since=since)


def test_a_conflict_that_a_later_batch_left_out_does_not_count_as_an_edit(school):
    first = committed([HEADER, FIRST])
    later = staged([HEADER, SECOND, TWO], holds_from=date(2023, 1, 1))
    operations.commit(later, by=None, accept_valid=True)
    operations.undo(later, by=None)
    operations.undo(first, by=None)
    school.refresh_from_db()
    assert school.name == "LAMA"


def test_counts_that_a_later_undo_left_do_not_hold_the_school_back(school):
    first = committed([HEADER, FIRST])
    later = committed([YEARS, [*SECOND, "200", "8", "2022"]], kind="dapodik")
    YearlyFigures.objects.update(pupils=201, version=F("version") + 1)
    operations.undo(later, by=None)
    [row] = queries.rows_of(later)
    assert row.notes == ["Tidak dikembalikan: data ini diubah sesudah impor."]
    assert School.objects.get().name == "SATU"
    operations.undo(first, by=None)
    assert School.objects.get().name == "LAMA"
