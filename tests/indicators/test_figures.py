"""Reading a figure as people type it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.figures import check_range, exceeds_hundred, how_to_type, plain, read, written
from indicators.models import Indicator, Unit
from portal.operations import Refused

PERCENT = Indicator(unit=Unit.PERCENT, name="Kemampuan literasi")
SCORE = Indicator(unit=Unit.SCORE, name="Iklim Kebinekaan")
GROSS = Indicator(unit=Unit.PERCENT, name="Angka Partisipasi Kasar (APK) SD/MI")
RATES = [
    GROSS,
    Indicator(unit=Unit.PERCENT, name="Angka Partisipasi Sekolah (APS) 7 - 15"),
    Indicator(unit=Unit.PERCENT, name="Angka Partisipasi Sekolah (5-6)"),
    Indicator(unit=Unit.PERCENT, name="Angka Partisipasi Murni (APM) SD/MI"),
    Indicator(unit=Unit.PERCENT, name="APS 7-12 murid disabilitas"),
    Indicator(unit=Unit.PERCENT, name="APM SMP/MTS murid disabilitas"),
]
NO_RATES = [
    PERCENT,
    SCORE,
    Indicator(unit=Unit.PERCENT, name="Kesenjangan APK SD/MI"),
    Indicator(unit=Unit.PERCENT, name="Kesenjangan APS 7-12 berdasarkan kuintil"),
    Indicator(unit=Unit.PERCENT, name="Partisipasi dalam Platform Merdeka Mengajar (proporsi)"),
    Indicator(unit=Unit.SCORE, name="Partisipasi warga satuan pendidikan"),
]
MONTHS = Indicator(unit=Unit.MONTHS, name="Masa tunggu")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("71,43", "71.43"),
        ("71.43", "71.43"),
        ("71,43%", "71.43"),
        (" 71,43 % ", "71.43"),
        ("71", "71"),
        ("0", "0"),
        ("100", "100"),
        ("7,1", "7.1"),
        ("1,234", "1.234"),
        ("0.123", "0.123"),
        ("71,4321", "71.4321"),
    ],
)
def test_these_are_read(typed, number):
    assert read(typed, PERCENT) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("1.234", "ribuan"),
        ("71.430", "ribuan"),
        ("1.234,5", "ribuan"),
        ("1,234.5", "ribuan"),
        ("1.234%", "ribuan"),
        ("71,43211", "4 angka di belakang koma"),
        ("71.43000", "4 angka di belakang koma"),
        ("-3", "kurang dari 0"),
        ("−3", "kurang dari 0"),
        ("tujuh", "bukan angka"),
        ("", "bukan angka"),
        ("%", "bukan angka"),
        ("71,", "bukan angka"),
        (",5", "bukan angka"),
        ("1e1", "bukan angka"),
        ("NaN", "bukan angka"),
        ("Infinity", "bukan angka"),
        ("71 43", "bukan angka"),
        ("७१", "bukan angka"),
        ("\N{FULLWIDTH DIGIT SEVEN}\N{FULLWIDTH DIGIT ONE}", "bukan angka"),
        ("--3", "bukan angka"),
    ],
)
def test_these_are_refused_with_what_is_wrong(typed, word):
    with pytest.raises(Refused, match=word):
        read(typed, PERCENT)


def test_a_score_is_not_a_percentage():
    assert read("68,2", SCORE) == Decimal("68.2")
    with pytest.raises(Refused, match="tidak dalam persen"):
        read("68,2%", SCORE)


@given(st.decimals(min_value=0, max_value=100, places=4))
def test_what_the_portal_writes_it_reads_back(value):
    assert read(written(PERCENT, value), PERCENT) == value
    assert read(plain(value), SCORE) == value


@pytest.mark.parametrize("indicator", NO_RATES, ids=str)
def test_above_a_hundred_is_refused(indicator):
    check_range(indicator, Decimal(100))
    with pytest.raises(Refused, match="antara 0 dan 100"):
        check_range(indicator, Decimal("100.0001"))


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_a_participation_rate_may_pass_a_hundred_and_is_warned_of(rate):
    check_range(rate, Decimal("104.2"))
    assert exceeds_hundred(rate, Decimal("100.0001"))
    assert not exceeds_hundred(rate, Decimal(100))
    assert "0 sampai 100" not in str(how_to_type(rate))


def test_what_the_database_cannot_hold_is_refused():
    check_range(MONTHS, Decimal("3.5"))
    with pytest.raises(Refused, match="terlalu besar"):
        check_range(GROSS, Decimal(100_000))


@pytest.mark.parametrize(
    ("indicator", "shown"),
    [(PERCENT, "71,43%"), (SCORE, "71,43 skor"), (MONTHS, "71,43 bulan")],
)
def test_values_are_written_with_their_unit(indicator, shown):
    assert written(indicator, Decimal("71.4300")) == shown


def test_whole_numbers_are_written_without_decimals():
    assert written(PERCENT, Decimal("100.0000")) == "100%"
