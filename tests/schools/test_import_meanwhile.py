"""Edits that somebody makes while an import waits are never overwritten unseen."""

import pytest
from django.db.models import F

from portal.imports import operations, queries
from portal.imports.models import Outcome
from portal.operations import Refused
from schools.models import School, YearlyFigures
from tests.schools.importing import DAY, HEADER, ONE, TWO, YEARS, outcomes, staged

pytestmark = pytest.mark.django_db
WRONG = ["3030406", "SDN LAIN", "SD", "N", "Banjarmasin Utara"]
YEAR = [*ONE, "200", "8", "2022"]


def edit(record, **fields) -> None:
    """What a colleague saves at a form."""
    type(record).objects.filter(pk=record.pk).update(version=F("version") + 1, **fields)


@pytest.fixture
def old(make_school):
    return make_school(npsn=ONE[0], name="LAMA", district="63.71.05", facts_since=DAY)


@pytest.fixture
def counted(make_school):
    """A school that is as the file has it, and its counts of 2022, which are not."""
    school = make_school(npsn=ONE[0], name=ONE[1], district="63.71.05", facts_since=DAY)
    return YearlyFigures.objects.create(school=school, year=2022, pupils=100, classrooms=8)


def judged_again(batch) -> list[str]:
    """The outcomes after another row, the last one, was looked at."""
    last = batch.rows.order_by("number").last().number
    operations.skip_row(batch, by=None, number=last, skipped=True)
    return outcomes(batch)


def test_a_school_edited_while_its_counts_wait_is_noticed(counted):
    batch = staged([YEARS, YEAR, [*WRONG, "1", "1", "2022"]], kind="dapodik")
    assert outcomes(batch)[0] == Outcome.CHANGED
    edit(counted.school, name="DIUBAH REKAN")
    assert judged_again(batch)[0] == Outcome.CONFLICT
    [row] = queries.rows_of(batch, outcome=Outcome.CONFLICT)
    assert "diubah orang lain" in row.notes[0]
    with pytest.raises(Refused):
        operations.commit(batch, by=None)
    assert School.objects.get().name == "DIUBAH REKAN"


def test_counts_edited_while_their_school_waits_are_noticed(counted):
    edit(counted, pupils=200)
    edit(counted.school, name="LAMA")
    batch = staged([YEARS, YEAR, [*WRONG, "1", "1", "2022"]], kind="dapodik")
    assert outcomes(batch)[0] == Outcome.CHANGED
    edit(counted, pupils=150)
    assert judged_again(batch)[0] == Outcome.CONFLICT


def test_an_edit_made_while_its_row_was_skipped_is_noticed(old):
    batch = staged([HEADER, ONE])
    operations.skip_row(batch, by=None, number=2, skipped=True)
    edit(old, name="DIUBAH REKAN")
    operations.skip_row(batch, by=None, number=2, skipped=False)
    assert outcomes(batch) == [Outcome.CONFLICT]


def test_a_school_added_while_its_row_was_skipped_is_noticed(make_school):
    batch = staged([HEADER, ONE])
    operations.skip_row(batch, by=None, number=2, skipped=True)
    make_school(npsn=ONE[0], name="DARI FORMULIR", district="63.71.05", facts_since=DAY)
    operations.skip_row(batch, by=None, number=2, skipped=False)
    assert outcomes(batch) == [Outcome.CONFLICT]


def test_an_edit_is_noticed_by_the_equal_row_that_takes_the_place_of_a_skipped_one(old):
    batch = staged([HEADER, ONE, ONE])
    edit(old, name="DIUBAH REKAN")
    operations.skip_row(batch, by=None, number=2, skipped=True)
    assert outcomes(batch)[1] == Outcome.CONFLICT


def test_an_edit_made_after_the_file_was_let_win_asks_again(old):
    batch = staged([HEADER, ONE, TWO])
    edit(old, name="DIUBAH REKAN")
    operations.skip_row(batch, by=None, number=3, skipped=True)
    operations.let_file_win(batch, by=None, number=2, wins=True)
    assert outcomes(batch)[0] == Outcome.CHANGED
    edit(old, name="DIUBAH LAGI")
    operations.skip_row(batch, by=None, number=3, skipped=False)
    assert outcomes(batch)[0] == Outcome.CONFLICT


def test_where_nobody_edited_anything_there_is_no_conflict(old):
    batch = staged([HEADER, ONE, WRONG])
    operations.fix_cells(batch, by=None, number=3, cells={"npsn": "30304999"})
    operations.skip_row(batch, by=None, number=2, skipped=True)
    operations.skip_row(batch, by=None, number=2, skipped=False)
    assert outcomes(batch) == [Outcome.CHANGED, Outcome.NEW]


def test_an_older_year_takes_the_place_of_a_skipped_newest_one_without_a_conflict(counted):
    edit(counted.school, name="LAMA")
    older = [ONE[0], "NAMA 2021", *ONE[2:], "90", "8", "2021"]
    batch = staged([YEARS, older, YEAR], kind="dapodik")
    operations.skip_row(batch, by=None, number=3, skipped=True)
    assert outcomes(batch)[0] == Outcome.NEW


def test_a_skipped_row_is_neither_written_nor_taken_back(old):
    batch = staged([HEADER, ONE, TWO])
    operations.skip_row(batch, by=None, number=2, skipped=True)
    operations.commit(batch, by=None)
    edit(old, name="DIUBAH SESUDAHNYA")
    operations.undo(batch, by=None)
    assert list(School.objects.values_list("name", flat=True)) == ["DIUBAH SESUDAHNYA"]
