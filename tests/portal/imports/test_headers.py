"""Where the header stands, and which column is which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.imports.cells import column_letter, position_of
from portal.imports.headers import NoHeader, find_header, match, normal
from schools.imports import DAPODIK, SCHOOL_LIST

COLUMNS = SCHOOL_LIST.columns
USUAL = ["NPSN", "Nama Sekolah", "BP", "Status", "Kecamatan", "Alamat", "Lintang", "Bujur"]
NAMES = ["npsn", "nama", "bentuk", "status", "kecamatan", "alamat", "lintang", "bujur"]


@given(
    order=st.permutations(list(zip(USUAL, NAMES, strict=True))),
    above=st.lists(st.sampled_from([[], ["DAFTAR SEKOLAH"], ["", "", "Tahun 2022"]]), max_size=30),
    spelling=st.sampled_from([str, str.upper, str.lower, str.title, lambda s: f"  {s} \n"]),
)
def test_any_order_any_place_and_any_case_give_the_same_columns(order, above, spelling):
    row = [spelling(header) for header, _name in order]
    header = find_header([*above, row, ["30304061"]], COLUMNS)
    assert header.row == len(above) + 1
    assert header.matching == {name: n for n, (_h, name) in enumerate(order)}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Nama Satuan Pendidikan", "nama"),
        ("Bentuk Pendidikan", "bentuk"),
        ("Kecmatan", "kecamatan"),
        ("Nama Sekolh", "nama"),
        ("N.P.S.N", "npsn"),
        ("latitude", "lintang"),
    ],
)
def test_usual_and_misspelt_names(header, name):
    assert match([header], COLUMNS) == {name: 0}


def test_likeness_never_takes_a_column_from_its_exact_name():
    assert match(["Kecamatn", "Kecamatan"], COLUMNS) == {"kecamatan": 1}


def test_short_names_are_not_confused():
    matching = match(["PD", "BP", "Guru", "R. Lab", "R. Kelas"], DAPODIK.columns)
    assert matching == {"pd": 0, "bentuk": 1, "guru": 2, "r_lab": 3, "r_kelas": 4}


def test_the_header_of_the_real_progress_export():
    names = (
        "No|Nama Sekolah|NPSN|BP|Status|Last Sync|Jml Sync|PD|Rombel|Guru|Pegawai|"
        "R. Kelas|R. Lab|R. Perpus|Tahun|Kecamatan"
    )
    headers = names.split("|")
    found = find_header([headers], DAPODIK.columns).matching
    assert {headers[n] for n in found.values()} == set(headers) - {"No", "Last Sync", "Jml Sync"}


def test_a_sheet_without_header_names_what_is_needed():
    with pytest.raises(NoHeader, match="NPSN") as refusal:
        find_header([["a", "b"], ["1", "2"]], COLUMNS)
    assert refusal.value.nearest is None


def test_a_header_without_a_required_column_is_offered_for_correction():
    with pytest.raises(NoHeader, match="Baris 1.*NPSN") as refusal:
        find_header([["Nomor", "Nama Sekolah", "Status"]], COLUMNS)
    assert refusal.value.nearest.matching == {"nama": 1, "status": 2}


@given(st.text())
def test_a_comparable_form_stays_what_it_is(text):
    assert normal(normal(text)) == normal(text)


@given(st.integers(min_value=0, max_value=20_000))
def test_letters_and_positions_are_each_others_inverse(position):
    assert position_of(column_letter(position)) == position
