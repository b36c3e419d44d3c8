"""The SPM index as mathematics: weights, edges of both label systems, missing parts, properties."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.models import Colour, Part
from indicators.spm.index import (
    Predicate,
    Sums,
    city_sums,
    index_of,
    predicate_of,
    predicate_range,
    rapor_colour_of,
    sums_of,
)


@dataclass(frozen=True)
class Row:
    needed: Decimal
    met: Decimal


def rows(*pairs) -> list[Row]:
    return [Row(Decimal(str(needed)), Decimal(str(met))) for needed, met in pairs]


def index(recipients: list[Row], quality: list[Row]) -> Fraction | None:
    return index_of({Part.RECIPIENTS: sums_of(recipients), Part.QUALITY: sums_of(quality)})


ALMOST = Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("value", "predicate"),
    [
        (Fraction(0), Predicate.NOT_YET),
        (60 - ALMOST, Predicate.NOT_YET),
        (Fraction(60), Predicate.MUDA),
        (70 - ALMOST, Predicate.MUDA),
        (Fraction(70), Predicate.PRATAMA),
        (80 - ALMOST, Predicate.PRATAMA),
        (Fraction(80), Predicate.MADYA),
        (90 - ALMOST, Predicate.MADYA),
        (Fraction(90), Predicate.UTAMA),
        (Fraction("99.99"), Predicate.UTAMA),
        (100 - ALMOST, Predicate.UTAMA),
        (Fraction(100), Predicate.PARIPURNA),
    ],
)
def test_edges_of_the_predicates(value, predicate):
    assert predicate_of(value) == predicate


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        (Fraction(0), Colour.RED),
        (60 - ALMOST, Colour.RED),
        (Fraction(60), Colour.YELLOW),
        (Fraction(70), Colour.YELLOW),
        (70 + ALMOST, Colour.GREEN),
        (Fraction(100), Colour.GREEN),
    ],
)
def test_edges_of_the_label_in_rapor(value, colour):
    assert rapor_colour_of(value) == colour


def test_the_two_label_systems_differ_at_seventy():
    assert predicate_of(Fraction(70)) == Predicate.PRATAMA
    assert rapor_colour_of(Fraction(70)) == Colour.YELLOW


def test_the_comparison_behind_a_predicate_is_said():
    assert [predicate_range(one) for one in Predicate] == [
        "indeks = 100",
        "90 ≤ indeks < 100",
        "80 ≤ indeks < 90",
        "70 ≤ indeks < 80",
        "60 ≤ indeks < 70",
        "indeks < 60",
    ]


def test_recipients_weigh_eighty_and_quality_twenty():
    assert index(rows((10, 10)), rows((10, 0))) == 80
    assert index(rows((10, 0)), rows((10, 10))) == 20
    assert index(rows((200, 150)), rows((40, 10))) == 65


def test_sums_are_divided_and_not_percentages_averaged():
    """10 of 10 and 0 of 90 are 10 %, not 50 %."""
    assert sums_of(rows((10, 10), (90, 0))).percent == 10


def test_nothing_is_rounded_before_the_label():
    """59.99999…% of 300,000,001 to serve would read 60 with any usual rounding."""
    got = index(rows((300_000_001, 180_000_000)), rows((300_000_001, 180_000_000)))
    assert round(float(got), 5) == 60
    assert predicate_of(got) == Predicate.NOT_YET
    assert rapor_colour_of(got) == Colour.RED
    thirds = index(rows((3, 2)), rows((3, 2)))
    assert thirds == Fraction(200, 3)


@pytest.mark.parametrize("empty", [rows(), rows((0, 0)), rows((0, 5), (0, 0))])
def test_a_missing_part_gives_no_index_rather_than_zero(empty):
    full = rows((10, 10))
    assert index(full, empty) is None
    assert index(empty, full) is None
    assert index(empty, empty) is None
    assert index_of({Part.RECIPIENTS: sums_of(full)}) is None


def test_a_part_with_nothing_met_is_zero_and_not_missing():
    assert index(rows((10, 0)), rows((10, 0))) == 0


def test_more_met_than_needed_is_kept_raw_and_counts_as_a_hundred():
    over = sums_of(rows((100, 130)))
    assert (over.percent, over.counted, over.exceeds) == (130, 100, True)
    assert index(rows((100, 130)), rows((100, 50))) == 90
    full = sums_of(rows((100, 100)))
    assert (full.counted, full.exceeds) == (100, False)


def both(recipients: list[Row], quality: list[Row]) -> dict[Part, Sums]:
    return {Part.RECIPIENTS: sums_of(recipients), Part.QUALITY: sums_of(quality)}


def test_a_citys_index_comes_from_sums_and_not_from_indexes():
    small = both(rows((10, 0)), rows((10, 0)))
    large = both(rows((990, 990)), rows((90, 90)))
    assert index_of(city_sums([small, large])) == Fraction(80 * 990, 1000) + Fraction(20 * 90, 100)


def test_a_city_without_a_part_of_one_service_has_no_index():
    whole = both(rows((10, 10)), rows((10, 10)))
    sums = city_sums([whole, both(rows((10, 10)), [])])
    assert sums[Part.RECIPIENTS].percent == 100
    assert sums[Part.QUALITY] == Sums()
    assert index_of(sums) is None
    assert index_of(city_sums([])) is None


def test_a_service_that_needs_nothing_stands_in_no_citys_way():
    whole = both(rows((10, 5)), rows((10, 5)))
    nothing = both(rows((0, 0)), rows((0, 0)))
    assert index_of(city_sums([whole, nothing])) == 50
    assert index_of(city_sums([nothing, nothing])) is None


# Properties

counts = st.decimals(min_value=0, max_value=10**9, places=2)
some = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
made_rows = st.lists(st.builds(Row, needed=some, met=counts), min_size=1, max_size=6)


@given(made_rows, made_rows)
def test_the_index_lies_within_its_scale(recipients, quality):
    assert 0 <= index(recipients, quality) <= 100


@given(made_rows, made_rows, counts, st.integers(min_value=0, max_value=5), st.booleans())
def test_more_met_never_lowers_the_index_or_its_labels(recipients, quality, more, place, first):
    changed = list(recipients if first else quality)
    place %= len(changed)
    changed[place] = Row(changed[place].needed, changed[place].met + more)
    before = index(recipients, quality)
    after = index(changed, quality) if first else index(recipients, changed)
    assert after >= before
    ladder = list(Predicate)
    assert ladder.index(predicate_of(after)) <= ladder.index(predicate_of(before))


@given(made_rows, made_rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(recipients, quality, chance):
    before = index(recipients, quality)
    chance.shuffle(recipients)
    chance.shuffle(quality)
    assert index(recipients, quality) == before


@given(made_rows, made_rows)
def test_a_city_of_one_service_has_the_index_of_that_service(recipients, quality):
    parts = both(recipients, quality)
    assert index_of(city_sums([parts])) == index_of(parts)


@given(st.fractions(min_value=0, max_value=100))
def test_every_index_has_the_label_of_the_table(value):
    floors = {100: Predicate.PARIPURNA, 90: Predicate.UTAMA, 80: Predicate.MADYA}
    floors |= {70: Predicate.PRATAMA, 60: Predicate.MUDA, 0: Predicate.NOT_YET}
    assert predicate_of(value) == floors[max(floor for floor in floors if value >= floor)]
    expected = Colour.RED if value < 60 else Colour.GREEN if value > 70 else Colour.YELLOW
    assert rapor_colour_of(value) == expected
