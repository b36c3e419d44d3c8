"""Lists of schools through the import engine: staged, compared, mended, committed, undone."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files import File
from django.db import connection
from django.db.models import Count

from portal.imports import operations, queries
from portal.imports.models import Batch, Outcome, StagedChange, StagedRow, State
from portal.imports.operations import receiving
from portal.imports.profiles import profile_of
from portal.imports.reading import Unreadable
from portal.imports.undoing import left_alone
from portal.models import Area
from portal.operations import Refused
from schools.models import School, YearlyFigures
from tests.schools.importing import (
    DAY,
    HEADER,
    ONE,
    TWO,
    YEARS,
    codes,
    committed,
    everything,
    outcomes,
    staged,
)

REAL = Path(__file__).parents[2] / "schools" / "data" / "schools_banjarmasin_2019.csv"

pytestmark = pytest.mark.django_db


def test_the_real_list_of_banjarmasin_goes_in():
    with REAL.open("rb") as file:
        batch = committed(File(file, name="sekolah.csv"))
    assert batch.counts["new"] == 371
    assert batch.state == State.COMMITTED
    stages = dict(School.objects.values_list("stage").annotate(Count("id")))
    forms = dict(School.objects.values_list("form").annotate(Count("id")))
    assert stages == {"sd": 248, "smp": 63, "sma": 50, "khusus": 10}
    assert (forms["SMA"], forms["SMK"]) == (28, 22)
    statuses = dict(School.objects.values_list("status").annotate(Count("id")))
    assert statuses == {"negeri": 261, "swasta": 110}
    assert School.objects.filter(latitude=None).count() == 1
    assert School.pgh_event_model.objects.count() == 371


def test_the_same_file_again_changes_nothing_and_writes_nothing():
    for _round in range(2):
        with REAL.open("rb") as file:
            batch = staged(File(file, name="sekolah.csv"))
        if batch.counts["new"]:
            operations.commit(batch, by=None)
    assert batch.counts == {
        "new": 0,
        "changed": 0,
        "unchanged": 371,
        "duplicate": 0,
        "conflict": 0,
        "error": 0,
    }
    with pytest.raises(Refused, match="sama dengan registri"):
        operations.commit(batch, by=None)
    assert School.pgh_event_model.objects.count() == 371
    assert not StagedChange.objects.filter(batch=batch).exists()


def test_a_row_as_files_write_it():
    committed([HEADER, ["30304061.0", *ONE[1:]], [" p2961752 ", *TWO[1:]]])
    first, second = School.objects.order_by("npsn")
    assert (first.npsn, first.form, first.status, first.district_id) == (
        "30304061",
        "SD",
        "negeri",
        "63.71.05",
    )
    assert (second.npsn, second.district_id, second.facts_since) == ("P2961752", "63.71.04", DAY)
    assert second.source == "sekolah.csv"


def test_nothing_outside_the_staging_tables_changes_before_the_commit():
    batch = staged([HEADER, ONE, TWO])
    assert outcomes(batch) == [Outcome.NEW, Outcome.NEW]
    assert not School.objects.exists()


def test_a_change_is_told_field_by_field_and_holds_from_its_day(make_school):
    make_school(npsn=ONE[0], name="SDN LAMA", district="63.71.05", facts_since=date(2019, 6, 1))
    batch = staged([HEADER, ONE])
    [row] = queries.rows_of(batch)
    [change] = row.changes[:1]
    assert (change.label, change.old, change.new) == ("nama", "SDN LAMA", ONE[1])
    assert ("data berlaku sejak", "1 Juni 2019", "1 Januari 2024") in [
        (c.label, c.old, c.new) for c in row.changes
    ]
    operations.commit(batch, by=None)
    assert School.objects.as_of(date(2023, 12, 31)).get().name == "SDN LAMA"
    assert School.objects.as_of(DAY).get().name == ONE[1]


def test_an_empty_cell_erases_nothing(make_school):
    school = make_school(npsn=ONE[0], name=ONE[1], district="63.71.05", address="Jl. Pasar")
    batch = staged([[*HEADER, "Alamat"], [*ONE, ""]])
    assert outcomes(batch) == [Outcome.UNCHANGED]
    school.refresh_from_db()
    assert school.address == "Jl. Pasar"


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("NPSN", "", "npsn.empty"),
        ("NPSN", "123456", "npsn.university"),
        ("NPSN", "3030406", "npsn.short"),
        ("NPSN", "\uff13\uff10\uff13\uff10\uff14\uff10\uff16\uff11", "npsn.malformed"),
        ("NPSN", "X2961752", "npsn.malformed"),
        ("Nama Sekolah", "", "nama.needed"),
        ("Nama Sekolah", "S" * 151, "nama.long"),
        ("BP", "UNIV", "bentuk.unknown"),
        ("Status", "3", "status.unknown"),
        ("Kecamatan", "Martapura", "kecamatan.unknown"),
        ("Alamat", "J" * 201, "alamat.long"),
        ("Lintang", "-33194", "lintang.malformed"),
        ("Bujur", "timur", "bujur.malformed"),
        ("Akreditasi", "Z", "akreditasi.unknown"),
        ("Sekolah Id", "abc", "sekolah_id.malformed"),
    ],
)
def test_each_bad_cell_has_its_sentence(column, text, code):
    header = [*HEADER, "Alamat", "Lintang", "Bujur", "Akreditasi", "Sekolah Id"]
    row = dict(zip(header, [*ONE, "", "-3,31", "114.59", "A", ""], strict=True)) | {column: text}
    batch = staged([header, list(row.values())])
    assert code in codes(batch)[0]
    [shown] = queries.rows_of(batch, outcome=Outcome.ERROR)
    [sentence] = shown.errors[code.partition(".")[0]]
    assert sentence[-1] in ".…"
    assert "%(" not in sentence
    with pytest.raises(Refused, match="1 baris"):
        operations.commit(batch, by=None)
    assert not School.objects.exists()


def test_a_place_is_read_with_every_digit_that_a_spreadsheet_keeps():
    header = [*HEADER, "Lintang", "Bujur"]
    batch = staged([header, [*ONE, -3.3194000000000004, 114.59000000000001]])
    assert codes(batch) == [[]]
    operations.commit(batch, by=None)
    school = School.objects.get()
    assert school.coordinates == "-3.3194000, 114.5900000"


def test_all_faults_of_a_file_are_told_at_once():
    batch = staged([HEADER, ["1", "", "X", "9", "?"], ["2", "", "Y", "8", "!"]])
    assert [len(found) for found in codes(batch)] == [4, 4]


def test_a_kecamatan_that_several_regencies_have_needs_a_narrower_area():
    name = "Banjarmasin Tengah"
    Area.objects.create(code="63.72.99", name=name, level="district", parent_id="63.72")
    assert codes(staged([HEADER, ONE], area=None)) == [["kecamatan.ambiguous"]]
    assert codes(staged([HEADER, ONE])) == [[]]


def test_a_school_of_another_area_is_not_touched_whatever_a_person_chooses(make_school):
    school = make_school(npsn=ONE[0], name="SDN LOKTABAT", district="63.72.05")
    batch = staged([HEADER, ONE, TWO])
    assert codes(batch)[0] == ["npsn.elsewhere"]
    operations.let_file_win(batch, by=None, number=2, wins=True)
    operations.commit(batch, by=None, accept_valid=True)
    school.refresh_from_db()
    assert (school.name, school.district_id, school.version) == ("SDN LOKTABAT", "63.72.05", 1)


def test_equal_rows_are_one_row_and_different_ones_are_faults():
    batch = staged([HEADER, ONE, ONE, TWO, [TWO[0], "PKBM LAIN", *TWO[2:]]])
    assert outcomes(batch) == [Outcome.NEW, Outcome.DUPLICATE, Outcome.ERROR, Outcome.ERROR]
    rows = queries.rows_of(batch)
    assert "3" in rows[0].notes[0]
    assert "2" in rows[1].notes[0]
    assert "5" in rows[2].errors[None][0]
    assert "4" in rows[3].errors[None][0]


def test_a_fixed_cell_makes_a_row_right():
    batch = staged([HEADER, ["3030406", *ONE[1:]]])
    operations.fix_cells(batch, by=None, number=2, cells={"npsn": ONE[0]})
    assert outcomes(batch) == [Outcome.NEW]
    operations.commit(batch, by=None)
    assert School.objects.get().npsn == ONE[0]


def test_the_valid_rows_go_in_where_a_person_says_so():
    batch = staged([HEADER, ONE, ["", *TWO[1:]]])
    operations.commit(batch, by=None, accept_valid=True)
    assert School.objects.get().npsn == ONE[0]


def test_a_skipped_row_stays_out():
    batch = staged([HEADER, ONE, TWO])
    operations.skip_row(batch, by=None, number=3, skipped=True)
    operations.commit(batch, by=None)
    assert School.objects.get().npsn == ONE[0]


def test_an_edit_made_meanwhile_stops_the_commit(make_school):
    school = make_school(npsn=ONE[0], name="LAMA", district="63.71.05", facts_since=DAY)
    batch = staged([HEADER, ONE, TWO])
    School.objects.filter(pk=school.pk).update(name="SUDAH DIUBAH", version=2)
    with pytest.raises(Refused, match="belum ada yang disimpan"):
        operations.commit(batch, by=None)
    assert School.objects.get().name == "SUDAH DIUBAH"
    assert outcomes(batch) == [Outcome.CONFLICT, Outcome.NEW]
    [row] = queries.rows_of(batch, outcome=Outcome.CONFLICT)
    assert [(c.old, c.new) for c in row.changes] == [("SUDAH DIUBAH", ONE[1])]
    operations.let_file_win(batch, by=None, number=2, wins=True)
    operations.commit(batch, by=None)
    assert School.objects.get(pk=school.pk).name == ONE[1]


def test_the_same_school_added_meanwhile_stops_the_commit(make_school):
    batch = staged([HEADER, ONE])
    make_school(npsn=ONE[0], name="DARI FORMULIR", district="63.71.05", facts_since=DAY)
    with pytest.raises(Refused, match="belum ada yang disimpan"):
        operations.commit(batch, by=None)
    assert outcomes(batch) == [Outcome.CONFLICT]


def test_newer_facts_are_not_overwritten_by_an_older_file(make_school):
    make_school(npsn=ONE[0], name="NAMA BARU", district="63.71.05", facts_since=date(2025, 1, 1))
    batch = staged([HEADER, ONE])
    assert outcomes(batch) == [Outcome.CONFLICT]


def test_schools_that_the_file_no_longer_holds_are_listed_and_stay(make_school):
    make_school(npsn=ONE[0], name=ONE[1], district="63.71.05", facts_since=DAY)
    gone = make_school(npsn="30304999", district="63.71.05")
    make_school(npsn="30304998", district="63.71.01")  # a kecamatan the file says nothing about
    batch = staged([HEADER, ONE])
    assert list(queries.missing(batch)) == [gone]


def test_the_undo_leaves_what_somebody_edited_since(make_school):
    make_school(npsn=ONE[0], name="LAMA", district="63.71.05", facts_since=DAY)
    batch = committed([HEADER, ONE, TWO])
    School.objects.filter(npsn=TWO[0]).update(address="Jl. Baru", version=2)
    ([left], total) = left_alone(batch, profile_of("sekolah"), most=10)
    assert (left.record.npsn, total) == (TWO[0], 1)
    assert "diubah sesudah impor" in left.why
    operations.undo(batch, by=None)
    batch.refresh_from_db()
    assert (batch.state, batch.counts["left"]) == (State.UNDONE, 1)
    assert School.objects.get(npsn=ONE[0]).name == "LAMA"
    assert School.objects.get(npsn=TWO[0]).address == "Jl. Baru"


def test_the_undo_takes_edited_records_too_where_a_person_says_so():
    batch = committed([HEADER, TWO])
    School.objects.filter(npsn=TWO[0]).update(address="Jl. Baru", version=2)
    operations.undo(batch, by=None, including_edited=True)
    assert not School.objects.exists()


def test_a_school_with_a_membership_is_never_deleted_by_an_undo(make_member):
    batch = committed([HEADER, TWO])
    make_member(School.objects.get())
    operations.undo(batch, by=None, including_edited=True)
    batch.refresh_from_db()
    assert (School.objects.count(), batch.counts["left"]) == (1, 1)


def test_history_says_who_did_it_and_through_which_file(make_person):
    person = make_person("admin")
    batch = staged([HEADER, ONE])
    operations.commit(batch, by=person)
    [event] = School.pgh_event_model.objects.all()
    assert event.pgh_context.metadata["user"] == person.pk
    assert event.pgh_context.metadata["file"] == "sekolah.csv"


def test_a_text_that_is_a_formula_stages_nothing():
    with pytest.raises(Unreadable, match="B2"):
        staged([HEADER, [ONE[0], "=CMD()", *ONE[2:]]])
    assert not Batch.objects.exists()
    assert not StagedRow.objects.exists()


def test_unknown_columns_wait_for_a_person_who_is_remembered(make_person):
    person, header = make_person("admin"), ["Nomor", "Nama Sekolah", "BP", "Status", "Kecamatan"]
    batch = staged([header, ONE])
    assert batch.state == State.MATCHING
    matching = {"npsn": 0, "nama": 1, "bentuk": 2, "status": 3, "kecamatan": 4}
    operations.match_columns(batch, by=person, sheet="", header_row=1, matching=matching)
    assert outcomes(batch) == [Outcome.NEW]
    assert staged([header, TWO]).state == State.STAGED


def test_a_batch_of_a_month_ago_is_thrown_away():
    batch = staged([HEADER, ONE])
    Batch.objects.update(at="2020-01-01T00:00Z")
    assert operations.discard_expired() == 1
    batch.refresh_from_db()
    assert batch.state == State.DISCARDED
    assert not batch.rows.exists()


def left_of(batch) -> list[tuple]:
    return [(left.key, left.why) for left in left_alone(batch, profile_of(batch.kind), most=9)[0]]


def test_an_edit_made_meanwhile_is_not_forgotten_when_another_row_is_mended(make_school):
    for npsn, name in ((ONE[0], "LAMA"), (TWO[0], TWO[1])):
        form, district = ("SD", "63.71.05") if npsn == ONE[0] else ("PKBM", "63.71.04")
        status = "negeri" if npsn == ONE[0] else "swasta"
        make_school(
            npsn=npsn, name=name, form=form, status=status, district=district, facts_since=DAY
        )
    batch = staged([HEADER, ONE, TWO, ["3030406", *ONE[1:]]])
    assert outcomes(batch) == [Outcome.CHANGED, Outcome.UNCHANGED, Outcome.ERROR]
    School.objects.update(name="DIUBAH REKAN", version=2)
    operations.skip_row(batch, by=None, number=4, skipped=True)
    assert outcomes(batch)[:2] == [Outcome.CONFLICT, Outcome.CONFLICT]
    with pytest.raises(Refused):
        operations.commit(batch, by=None)
    assert set(School.objects.values_list("name", flat=True)) == {"DIUBAH REKAN"}


def test_columns_are_not_matched_again_once_the_batch_is_committed(make_person, monkeypatch):
    """Somebody commits while the file is being opened for the new matching."""
    batch = staged([HEADER, ONE])
    opened = receiving.open_for

    def open_slowly(*asked):
        operations.commit(Batch.objects.get(pk=batch.pk), by=None)
        return opened(*asked)

    monkeypatch.setattr(receiving, "open_for", open_slowly)
    with pytest.raises(Refused, match="sudah disimpan"):
        operations.match_columns(
            batch, by=make_person("admin"), sheet="", header_row=1, matching=dict(batch.matching)
        )
    monkeypatch.undo()
    operations.undo(Batch.objects.get(pk=batch.pk), by=None)
    assert not School.objects.exists()


def test_imports_are_undone_one_after_the_other(make_school):
    make_school(npsn=ONE[0], name="NOL", district="63.71.05", facts_since=DAY)
    was = everything()
    first = committed([HEADER, [ONE[0], "SATU", *ONE[2:]], [TWO[0], "SATU", *TWO[2:]]])
    second = committed([HEADER, [ONE[0], "DUA", *ONE[2:]], [TWO[0], "DUA", *TWO[2:]]])
    assert {why for _key, why in left_of(first)} == {
        "Tidak dikembalikan: data ini diubah sesudah impor."
    }
    operations.undo(second, by=None)
    assert left_of(first) == []
    operations.undo(first, by=None)
    assert everything() == was


def test_an_undo_does_not_falsify_what_was_recorded_since_a_later_day(make_school):
    make_school(npsn=ONE[0], name="LAMA", district="63.71.05", facts_since=date(2019, 1, 1))
    batch = committed([HEADER, ONE], holds_from=date(2023, 1, 1))
    school = School.objects.get()
    school.status, school.facts_since = "swasta", date(2025, 1, 1)
    school.version += 1
    school.save()
    operations.undo(batch, by=None, including_edited=True)
    [dated] = School.objects.as_of(date(2024, 1, 1))
    assert (dated.name, dated.status) == (ONE[1], "negeri")
    batch.refresh_from_db()
    assert batch.counts["left"] == 1
    [row] = queries.rows_of(batch)
    assert "sejak tanggal sesudahnya" in row.notes[0]


def test_a_former_value_that_another_school_has_now_is_left(make_school):
    former, new = uuid4(), uuid4()
    make_school(npsn=ONE[0], name=ONE[1], district="63.71.05", facts_since=DAY, dapodik_id=former)
    batch = committed([[*HEADER, "Sekolah Id"], [*ONE, str(new)]])
    make_school(npsn="30309999", dapodik_id=former)
    assert "dipakai catatan lain" in left_of(batch)[0][1]
    operations.undo(batch, by=None)
    assert School.objects.get(npsn=ONE[0]).dapodik_id == new


def test_a_merged_record_is_not_changed_whatever_a_person_chooses(make_school):
    kept = make_school(npsn="30309999", district="63.71.05")
    facts = {"state": "bergabung", "merged_into": kept, "facts_since": DAY}
    make_school(npsn=ONE[0], name="LAMA", district="63.71.05", **facts)
    batch = staged([HEADER, ONE])
    assert codes(batch) == [["npsn.merged"]]
    operations.let_file_win(batch, by=None, number=2, wins=True)
    with pytest.raises(Refused):
        operations.commit(batch, by=None, accept_valid=True)


def test_skipped_rows_are_not_counted_among_the_wrong_ones():
    batch = staged([HEADER, ONE, ["1", *TWO[1:]]])
    operations.skip_row(batch, by=None, number=3, skipped=True)
    assert (batch.counts["error"], batch.counts["new"]) == (0, 1)


def test_the_list_of_what_a_large_file_lacks_is_not_asked_row_by_row(make_school):
    make_school(npsn="30304999", district="63.71.05")
    batch = staged([HEADER, ONE])
    profile = profile_of("sekolah")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '64kB'")
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(
            "EXPLAIN SELECT 1 FROM schools_school t WHERE " + profile.missing,  # noqa: S608
            {"batch": batch.pk, "area": "63.71"},
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Anti Join" in plan
    assert "SubPlan" not in plan


def test_a_progress_export_gives_facts_of_the_newest_year_and_counts_of_each():
    batch = committed(
        [
            YEARS,
            ["30304061", "SDN LAMA", "SD", "N", "Banjarmasin Tengah", "200", "8", "2021/2022"],
            ["30304061", "SDN BARU", "SD", "N", "Banjarmasin Tengah", "210", "", "2022"],
        ],
        kind="dapodik",
    )
    assert batch.counts["new"] == 2
    assert School.objects.get().name == "SDN BARU"
    figures = YearlyFigures.objects.order_by("year").values_list("year", "pupils", "classrooms")
    assert list(figures) == [(2021, 200, 8), (2022, 210, None)]
    operations.undo(batch, by=None)
    assert not School.objects.exists()
    assert not YearlyFigures.objects.exists()


def test_an_older_year_says_nothing_in_the_place_of_a_faulty_newest_one(make_school):
    make_school(npsn="30304061", name="SDN TETAP", district="63.71.05", facts_since=DAY)
    old = ["30304061", "SDN LAMA", "SD", "N", "Banjarmasin Tengah", "200", "8", "2019"]
    newest = ["30304061", "SDN BARU", "SD", "N", "Banjarmasin Tengah", "dua", "8", "2022"]
    batch = staged([YEARS, old, newest], kind="dapodik")
    with pytest.raises(Refused):
        operations.commit(batch, by=None, accept_valid=True)
    assert School.objects.get().name == "SDN TETAP"


def test_a_new_year_shows_what_it_changes_of_the_school(make_school):
    make_school(npsn="30304061", name="SDN LAMA", district="63.71.05", facts_since=DAY)
    row = ["30304061", "SDN BARU", "SD", "N", "Banjarmasin Tengah", "210", "8", "2022"]
    [shown] = queries.rows_of(staged([YEARS, row], kind="dapodik"))
    assert ("SDN LAMA", "SDN BARU") in {(change.old, change.new) for change in shown.changes}


def test_rows_of_a_year_that_differ_in_any_fact_are_faults():
    header = [*YEARS, "Akreditasi"]
    row = ["30304061", "SDN", "SD", "N", "Banjarmasin Tengah", "2", "8", "2022"]
    batch = staged([header, [*row, "A"], [*row, "B"]], kind="dapodik")
    assert outcomes(batch) == [Outcome.ERROR, Outcome.ERROR]


def test_a_count_that_is_no_number_is_told():
    row = ["30304061", "SDN", "SD", "N", "Banjarmasin Tengah", "dua", "8", "2022"]
    assert codes(staged([YEARS, row], kind="dapodik")) == [["pd.malformed"]]
