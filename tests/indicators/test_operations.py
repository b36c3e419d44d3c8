"""The operations by themselves: their rules hold whoever calls them."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.models import Measurement
from indicators.operations import Figure, correct_measurement, enter_measurement
from portal.operations import Conflict, Refused


def figure(**fields) -> Figure:
    return Figure(
        **{"year": 2025, "value": Decimal("71.43"), "colour": "", "source": "Rapor"} | fields
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"value": Decimal("100.5")},
        {"value": Decimal(-1)},
        {"year": 2018},
        {"year": date.max.year},
        {"colour": "merah"},
        {"colour": "ungu"},
    ],
)
def test_operations_refuse_by_themselves(literacy, city, wrong):
    with pytest.raises(Refused):
        enter_measurement(figure(**wrong), indicator=literacy, place=city)
    assert Measurement.objects.count() == 0


def test_an_operation_refuses_a_correction_without_reason_or_on_an_old_version(measure, city):
    made = measure(city, 2025, "61,2")
    with pytest.raises(Refused, match="alasan"):
        correct_measurement(made, figure(), reason=" ", version=1)
    with pytest.raises(Conflict):
        correct_measurement(made, figure(), reason="Salah salin", version=7)


def test_of_two_people_entering_the_same_year_the_second_is_refused(literacy, city):
    """Both passed the form's check before either saved: the database decides, the person is told."""
    enter_measurement(figure(value=Decimal(71)), indicator=literacy, place=city)
    with pytest.raises(Refused, match="sudah ada"):
        enter_measurement(figure(value=Decimal(72)), indicator=literacy, place=city)
    assert Measurement.objects.get().value == 71


def test_of_two_corrections_read_at_the_same_time_the_second_is_a_conflict(measure, city):
    made = measure(city, 2025, "61,2")
    one, other = Measurement.objects.get(pk=made.pk), Measurement.objects.get(pk=made.pk)
    correct_measurement(one, figure(value=Decimal(62)), reason="Salah salin", version=one.version)
    with pytest.raises(Conflict) as conflict:
        correct_measurement(
            other, figure(value=Decimal(63)), reason="Salah hitung", version=other.version
        )
    assert conflict.value.current.value == 62
    assert Measurement.objects.get().value == 62
