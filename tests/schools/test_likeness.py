"""Which names mean the same school, by the habits with which Indonesian schools are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schools.likeness import ALIKE, likeness, parts_of

CITY = {"kota", "banjarmasin"}
WORDS = ["murung", "raya", "kuin", "utara", "sungai", "miai", "basirih", "al", "falah", "pelambuan"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

cores = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
numbers = st.integers(1, 12)


def score(first: str, second: str) -> float:
    return likeness(parts_of(first, place=CITY), parts_of(second, place=CITY))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("SDN MURUNG RAYA 1", "SD Negeri Murung Raya 01"),
        ("SDN MURUNG RAYA 1", "SD NEGERI MURUNG RAYA I"),
        ("SDN1 PASAR LAMA", "SD NEGERI PASAR LAMA 1"),
        ("SMPN 1 BANJARMASIN", "SMP NEGERI 1"),
        ("SMKN IV", "SMK Negeri 4 Banjarmasin"),
        ("SMAS KRISTEN KANAAN", "SMA Kristen Kanaan"),
        ("MIN 2 BANJARMASIN", "MI NEGERI DUA"),
        ("MTsN 3", "Madrasah Tsanawiyah Negeri 3 Banjarmasin"),
        ("SDN SEBERANG MESJID 1", "SD NEGERI SEBERANG MASJID 1"),
        ("SD IS. AL-FALAH", "SD ISLAM AL FALAH"),
        ("SDIT UKHUWAH", "SD Islam Terpadu Ukhuwah"),
        ("SMP MUHAMADIYAH 2", "SMP Muhammadiyah 2"),
        ("SDN PENGAMBANGAN 5", "SDN PANGAMBANGAN 5"),
        ("SDN SEI MIAI 4", "SDN SUNGAI MIAI 4"),
        ("SD TAHFIZH QUR'AN", "SD TAHFIZH QURAN"),
    ],
)
def test_one_school_written_in_two_ways(first, second):
    assert score(first, second) >= ALIKE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("SDN BASIRIH 1", "SDN BASIRIH 2"),
        ("SDN MURUNG RAYA I", "SDN MURUNG RAYA II"),
        ("SDN MURUNG RAYA", "SDN MURUNG RAYA 2"),
        ("SMPN 1 BANJARMASIN", "SMPN 11 BANJARMASIN"),
        ("SDN KUIN UTARA 1", "SDN KUIN SELATAN 1"),
        ("SDN SUNGAI BILU 1", "SDN SUNGAI LULUT 1"),
        ("SMP KRISTEN", "SMP KRISTEN KANAAN"),
        ("SD MUHAMMADIYAH 4", "SD NEGERI 4"),
        ("SD", "SD NEGERI"),
    ],
)
def test_neighbours_are_not_taken_for_one_school(first, second):
    assert score(first, second) < ALIKE


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_have_a_score_whichever_comes_first(first, second):
    assert 0 <= score(first, second) == score(second, first) <= 100


@given(cores, numbers, st.sampled_from(["SDN {} {}", "SD NEGERI {} {:02}", "sd negeri  {}-{}"]))
def test_form_case_spaces_and_zeros_do_not_matter(core, number, habit):
    assert score(f"SDN {core} {number}", habit.format(core, number)) == 100


@given(cores, numbers)
def test_roman_numerals_count_as_arabic_ones(core, number):
    assert score(f"SDN {core} {number}", f"SDN {core} {ROMAN[number - 1]}") == 100


@given(cores, numbers, numbers)
def test_different_numbers_are_different_schools(core, first, second):
    alike = score(f"SDN {core} {first}", f"SDN {core} {second}") >= ALIKE
    assert alike == (first == second)
