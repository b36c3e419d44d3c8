"""Whatever files hold, and whatever people do between them: twice is once, and an undo is exact."""

from datetime import date
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from portal.imports import operations
from portal.imports.models import Batch, Outcome, StagedChange, State
from portal.models import Role, User
from portal.operations import Refused, save_edit
from schools.models import PastFacts, School, YearlyFigures
from schools.operations.existence import close_school, reopen_school
from schools.operations.mergers import merge
from schools.operations.schools import change_school
from tests.schools.importing import HEADER, committed, everything, staged

WIDE = [*HEADER, "Akreditasi", "Sekolah Id", "PD", "Tahun"]
NAMES = st.text(
    st.characters(codec="latin-1", categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=30
)
NPSNS = st.integers(10_000_000, 10_000_005).map(str)
DAYS = st.sampled_from([date(2022, 1, 1), date(2023, 1, 1), date(2024, 1, 1)])
YEARS = ["2021", "2022/2023"]


def row_of(npsn: str) -> st.SearchStrategy:
    """A row about one school. Its id of Dapodik is one of few, so that schools take over others'."""
    return st.tuples(
        st.just(npsn),
        NAMES,
        st.sampled_from(["SD", "SMP", "PKBM"]),
        st.sampled_from(["N", "Swasta"]),
        st.sampled_from(["Banjarmasin Utara", "kec. banjarmasin barat"]),
        st.sampled_from(["", "A", "C"]),
        st.sampled_from(["", *(str(UUID(int=n)) for n in range(3))]),
        st.sampled_from(["", "100", "200"]),
        st.sampled_from(YEARS),
    ).map(list)


ROWS = st.lists(
    NPSNS.flatmap(row_of), min_size=1, max_size=8, unique_by=lambda row: (row[0], row[-1])
)
LISTS = st.lists(NPSNS.flatmap(row_of), min_size=1, max_size=6, unique_by=lambda row: row[0])
FILES = st.one_of(
    st.tuples(st.just("sekolah"), LISTS, DAYS, st.booleans()),
    st.tuples(st.just("dapodik"), ROWS, DAYS, st.booleans()),
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["address", "name", "dapodik", "close", "reopen", "merge", "counts"]),
        NPSNS,
        NPSNS,
        DAYS,
        NAMES,
    ),
    max_size=4,
)


def imported(file: tuple) -> Batch:
    """The batch of a file, with all rows that can go in.

    What is in conflict goes in where the file wins, and is left out otherwise.
    """
    kind, rows, day, wins = file
    batch = staged([WIDE, *rows], kind=kind, holds_from=day)
    conflicts = batch.rows.filter(outcome=Outcome.CONFLICT)
    for number in conflicts.values_list("number", flat=True) if wins else ():
        operations.let_file_win(batch, by=None, number=number, wins=True)
    if batch.counts["new"] + batch.counts["changed"]:
        operations.commit(batch, by=None, accept_valid=True)
        batch.refresh_from_db()
    return batch


def edited(edits: list[tuple]) -> None:
    """What a colleague does at the pages of the registry; what is refused is not done."""
    by, _is_new = User.objects.get_or_create(
        email="admin@contoh.id", name="Admin", role=Role.ADMIN, area_id="63.71"
    )
    for kind, npsn, other, day, name in edits:
        school = School.objects.filter(npsn=npsn).first()
        second = School.objects.filter(npsn=other).first()
        if school is None:
            continue
        try:
            edit(kind, school, second, day, name, by)
        except Refused:
            continue


def edit(kind: str, school: School, second: School | None, day: date, name: str, by) -> None:
    """One such act."""
    version = school.version
    if kind in ("address", "name"):
        setattr(school, kind, name)
        school.facts_since = day
        change_school(school, version=version)
    elif kind == "dapodik":
        id_ = UUID(int=len(name) % 3)
        if not School.objects.filter(dapodik_id=id_).exists():
            school.dapodik_id = id_
            change_school(school, version=version)
    elif kind in ("close", "reopen"):
        turn = close_school if kind == "close" else reopen_school
        turn(school, version=version, on=day, reason=name)
    elif kind == "merge" and second is not None:
        versions = (school.version, second.version)
        merge(school, second, versions=versions, on=day, reason=name, take={"name"}, by=by)
    elif kind == "counts":
        figures = school.yearly_figures.first() or YearlyFigures(school=school, year=2021)
        figures.pupils = len(name)
        if figures.pk:
            save_edit(figures, version=figures.version)
        else:
            figures.save()


def undone(batch: Batch) -> None:
    """Take a batch back, if it was saved at all."""
    if batch.state == State.COMMITTED:
        operations.undo(batch, by=None)
        batch.refresh_from_db()


def registry() -> dict:
    """Each school with its past facts, and each yearly record: key → (version, what it says)."""
    found = {}
    for school in School.objects.values():
        version = school.pop("version")
        past = list(PastFacts.objects.filter(school=school["id"]).order_by("starts_on").values())
        found["school", school["id"]] = version, str((school, past))
    for figures in YearlyFigures.objects.values():
        found["yearly", figures["id"]] = figures.pop("version"), str(figures)
    return found


def said(found: dict, key: tuple) -> str | None:
    """What a record says in a registry; None where it has no such record."""
    return found[key][1] if key in found else None


def written_by(batch: Batch) -> set[tuple]:
    """The records that a batch wrote."""
    if batch.state not in (State.COMMITTED, State.UNDONE):
        return set()
    kept = batch.rows.filter(outcome__in=[Outcome.NEW, Outcome.CHANGED]).values("number")
    changes = StagedChange.objects.filter(batch=batch, number__in=kept)
    return set(changes.values_list("target", "record"))


class TestProperties(HypothesisTestCase):
    """Whatever the files hold and whoever works beside them."""

    @settings(max_examples=30)
    @given(before=FILES, edits=EDITS, first=FILES, second=FILES)
    def test_imports_undone_in_reverse_leave_every_table_as_it_was(
        self, before, edits, first, second
    ):
        imported(before)
        edited(edits)
        was = everything()
        batches = [imported(first), imported(second)]
        for batch in reversed(batches):
            undone(batch)
            assert not batch.counts.get("left")
        assert everything() == was

    @settings(max_examples=30)
    @given(before=FILES, file=FILES, edits=EDITS)
    def test_an_undo_takes_back_all_but_what_people_touched_since(self, before, file, edits):
        imported(before)
        was = registry()
        batch = imported(file)
        saved = registry()
        edited(edits)
        met = registry()
        undone(batch)
        now = registry()
        touched = {key for key in met if met[key] != saved.get(key)}
        for key in was.keys() | met.keys():
            if key in touched:
                assert said(now, key) == said(met, key)
            else:
                assert said(now, key) in (said(was, key), said(met, key))
        if not touched:
            assert {key: said(now, key) for key in now} == {key: said(was, key) for key in was}

    @settings(max_examples=30)
    @given(before=FILES, first=FILES, edits=EDITS, second=FILES)
    def test_imports_undone_in_the_order_of_their_coming_never_tear_a_record(
        self, before, first, edits, second
    ):
        imported(before)
        was = registry()
        one = imported(first)
        edited(edits)
        between = registry()
        two = imported(second)
        undone(one)
        undone(two)
        now = registry()
        for key in was.keys() | between.keys() | now.keys():
            assert said(now, key) in (said(was, key), said(between, key))
        for key in written_by(two) - written_by(one):
            assert said(now, key) == said(between, key)

    @settings(max_examples=30)
    @given(file=FILES)
    def test_twice_is_once(self, file):
        kind, rows, day, _wins = file
        first = imported(file)
        once = everything()
        again = staged([WIDE, *rows], kind=kind, holds_from=day)
        taken = first.counts["new"] + first.counts["changed"]
        assert again.counts["unchanged"] == taken
        assert again.counts["new"] == again.counts["changed"] == 0
        assert everything() == once

    @settings(max_examples=30)
    @given(rows=LISTS, order=st.permutations(range(len(WIDE))), above=st.integers(0, 10))
    def test_the_order_of_columns_and_the_place_of_the_header_do_not_matter(
        self, rows, order, above
    ):
        rows = [[*row[:6], "", *row[7:]] for row in rows]
        table = [[row[n] for n in order] for row in [WIDE, *rows]]
        committed([*[["DAFTAR"]] * above, *table])
        told = School.objects.order_by("npsn").values_list("npsn", "name", "form")
        assert list(told) == sorted((row[0], row[1], row[2]) for row in rows)
