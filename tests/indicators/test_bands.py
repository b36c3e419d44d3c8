"""Which colour published cut-offs give a value: never more than they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.bands import band, cut_offs, open_colours
from indicators.models import Colour, Direction, Indicator, Unit

LITERACY = Indicator(
    unit=Unit.PERCENT,
    direction=Direction.UP,
    label_red="Kurang",
    label_yellow="Sedang",
    label_green="Baik",
    yellow_from=Decimal(40),
    green_above=Decimal(70),
)
GAP = Indicator(
    unit=Unit.PERCENT,
    direction=Direction.DOWN,
    label_red="Tinggi",
    label_yellow="Sedang",
    label_green="Rendah",
    yellow_from=Decimal(30),
    green_above=Decimal(10),
)
UNPUBLISHED = Indicator(unit=Unit.SCORE, direction=Direction.UP, label_green="Baik")
HALF_PUBLISHED = Indicator(unit=Unit.PERCENT, direction=Direction.UP, green_above=Decimal(20))
FULL_MARKS = Indicator(
    unit=Unit.SCORE, direction=Direction.UP, yellow_from=Decimal(50), green_above=Decimal(100)
)
values = st.decimals(min_value=0, max_value=100, places=4)


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("0", Colour.RED),
        ("39.9999", Colour.RED),
        ("40", Colour.YELLOW),
        ("40.0001", Colour.YELLOW),
        ("70", Colour.YELLOW),
        ("70.0001", Colour.GREEN),
        ("100", Colour.GREEN),
    ],
)
def test_edges_of_literacy(value, colour):
    assert band(LITERACY, Decimal(value)) == colour


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("9.9999", Colour.GREEN),
        ("10", Colour.YELLOW),
        ("30", Colour.YELLOW),
        ("30.0001", Colour.RED),
    ],
)
def test_edges_where_lower_is_better(value, colour):
    assert band(GAP, Decimal(value)) == colour


@given(values)
def test_each_value_has_exactly_one_colour_by_the_ministrys_rule(value):
    expected = Colour.RED if value < 40 else Colour.GREEN if value > 70 else Colour.YELLOW
    assert band(LITERACY, value) == expected


@given(values, values)
def test_a_better_value_never_has_a_worse_colour(one, other):
    worth = {Colour.RED: 0, Colour.YELLOW: 1, Colour.GREEN: 2}
    low, high = sorted([one, other])
    assert worth[band(LITERACY, low)] <= worth[band(LITERACY, high)]
    assert worth[band(GAP, low)] >= worth[band(GAP, high)]


@given(values)
def test_without_published_cut_offs_nothing_is_computed_and_nothing_ruled_out(value):
    assert band(UNPUBLISHED, value) is None
    assert open_colours(UNPUBLISHED, value) == set(Colour)


@given(values)
def test_one_published_cut_off_decides_one_side_only(value):
    expected = {Colour.GREEN} if value > 20 else {Colour.RED, Colour.YELLOW}
    assert open_colours(HALF_PUBLISHED, value) == expected


def test_full_marks_may_be_green_although_nothing_lies_above():
    assert open_colours(FULL_MARKS, Decimal(100)) == {Colour.YELLOW, Colour.GREEN}
    assert band(FULL_MARKS, Decimal("99.9999")) == Colour.YELLOW


def test_cut_offs_are_said_in_words():
    assert cut_offs(LITERACY) == "Kurang di bawah 40, Sedang 40–70, Baik di atas 70"
    assert cut_offs(GAP) == "Tinggi di atas 30, Sedang 10–30, Rendah di bawah 10"
    assert cut_offs(UNPUBLISHED) == ""


@pytest.mark.django_db
def test_literacy_of_the_catalogue_follows_the_published_rule(literacy):
    assert band(literacy, Decimal(70)) == Colour.YELLOW
    assert band(literacy, Decimal("70.01")) == Colour.GREEN
