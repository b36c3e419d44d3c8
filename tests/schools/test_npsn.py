"""Which NPSN is accepted: in the form as in the database."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.operations import Refused
from schools.fields import NpsnField
from schools.models import School
from schools.operations.schools import add_school

# The fixture only makes rows, and each example takes its own back.
in_database = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
wellformed = st.from_regex(r"\A([0-9]{8}|[PK][0-9]{7})\Z")
# Near misses are more telling than noise: digits of other scripts, other letters, other lengths.
near_misses = st.text("0123456789PKpkLZ ./-０１٣३\n\tſK", min_size=1, max_size=12)


def is_wellformed(text: str) -> bool:
    return re.fullmatch(r"[0-9]{8}|[PK][0-9]{7}", text) is not None


@given(wellformed)
def test_form_keeps_a_wellformed_npsn(npsn):
    assert NpsnField().clean(npsn) == npsn


@given(wellformed, st.sampled_from(["", " ", "  ", "\t", "\xa0"]))
def test_form_trims_and_raises_the_letter(npsn, space):
    assert NpsnField().clean(f"{space}{npsn.lower()}{space}") == npsn


@given(st.from_regex(r"\A[0-9]{8}\Z"))
def test_form_reads_the_float_of_excel(npsn):
    assert NpsnField().clean(f"{npsn}.0") == npsn


@given(st.one_of(near_misses, st.text(min_size=1, max_size=12)))
def test_form_refuses_everything_else(text):
    read = re.sub(r"\A([0-9]{8})\.0\Z", r"\1", text.strip()).upper()
    if is_wellformed(read):
        assert NpsnField().clean(text) == read
    else:
        with pytest.raises(ValidationError):
            NpsnField().clean(text)


@pytest.mark.parametrize("text", ["３０３０４１４４", "Ｐ９９７００１２", "٣٠٣٠٤١٤٤", "P997001２"])
def test_form_refuses_digits_and_letters_of_other_scripts(text):
    with pytest.raises(ValidationError, match="NPSN harus 8 angka"):
        NpsnField().clean(text)


@pytest.mark.parametrize(
    "text", ["69760306.00", "69760306,0", "P9970012.0", "303 04144", "3030414"]
)
def test_form_changes_nothing_else_silently(text):
    with pytest.raises(ValidationError, match=re.escape(f"Periksa kembali: {text}.")):
        NpsnField().clean(text)


def test_form_tells_a_university_number_apart():
    with pytest.raises(ValidationError, match="001001 adalah kode perguruan tinggi"):
        NpsnField().clean(" 001001 ")


@in_database
@given(npsn=wellformed)
def test_database_takes_a_wellformed_npsn(make_school, npsn):
    with transaction.atomic():
        made = make_school(npsn=npsn)
        assert School.objects.get(npsn=npsn) == made
        transaction.set_rollback(True)


@in_database
@given(npsn=near_misses.filter(lambda text: not is_wellformed(text)))
def test_database_refuses_everything_else(make_school, npsn):
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        make_school(npsn=npsn)


def test_database_refuses_a_second_school_with_the_npsn(make_school, school):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_school(npsn=school.npsn)


def test_only_the_npsn_that_was_taken_meanwhile_is_called_taken(make_school, school):
    twin = School(npsn=school.npsn, name="SDN B", form="SD", status="negeri")
    twin.district_id = school.district_id
    with pytest.raises(Refused, match="sudah dipakai sekolah lain"):
        add_school(twin)
    dapodik = make_school(dapodik_id="6a2f41a4-0000-4000-8000-000000000001").dapodik_id
    twin.npsn, twin.dapodik_id = "30309999", dapodik
    with pytest.raises(IntegrityError, match="dapodik"):
        add_school(twin)
