"""Bukti dampak: which schools and doses are counted, what the page says and does not say."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indicators.models import Indicator, Measurement
from mentoring.models import Attendance, Participant, Session, Training, Visit
from mentoring.queries.impact import Question, study
from portal.models import Area
from schools.models import Membership, Programme

PAGE = reverse("mentoring:impact")


@pytest.fixture
def literacy(db) -> Indicator:
    return Indicator.objects.get(code="A.1", sets__code="spm")


@pytest.fixture
def school_with(make_school, literacy):
    """`school_with("50", "56")`: a school with these figures in Rapor 2024 and 2025."""

    def make(*values: str, **fields):
        school = make_school(**fields)
        for year, value in zip((2024, 2025), values, strict=False):
            Measurement.objects.create(
                indicator=literacy, school=school, year=year, value=Decimal(value), source="uji"
            )
        return school

    return make


@pytest.fixture
def visited(verified_visit):
    """`visited(school, date(2024, 3, 1))`: a verified visit to another school, by a copy."""

    def make(school, *days: date) -> None:
        for day in days:
            copy = Visit.objects.get(pk=verified_visit.pk)
            copy.pk, copy.school, copy.date = None, school, day
            Visit.objects.bulk_create([copy])

    return make


def asked(literacy, **fields) -> Question:
    facts = {
        "indicator": literacy,
        "first_year": 2024,
        "last_year": 2025,
        "area": Area.objects.get(pk="63.71"),
    }
    return Question(**facts | fields)


def test_the_span_lies_between_both_assessments(literacy):
    """Rapor 2023 prints the assessment of 2022, Rapor 2025 that of 2024."""
    question = asked(literacy, first_year=2023)
    assert question.span == (date(2023, 1, 1), date(2024, 12, 31))


def test_verified_visits_in_the_span_make_a_school_accompanied(
    make_person, school_with, visited, literacy
):
    ours, early, late = (school_with("50", "56") for _ in range(3))
    school_with("40")
    school_with("50", "58", district="63.72.05")
    visited(ours, date(2024, 1, 1), date(2024, 12, 31))
    visited(early, date(2023, 12, 31))
    visited(late, date(2025, 1, 1))
    found = study(asked(literacy), make_person("dinas"))
    assert [(one.school, one.visits, one.change) for one in found.accompanied.cases] == [
        (ours, 2, Decimal(6))
    ]
    assert {one.school for one in found.others.cases} == {early, late}
    assert found.incomplete == 1


def test_members_of_a_programme_may_be_asked_about_instead(make_person, school_with, literacy):
    member, left, other = (school_with("50", "56") for _ in range(3))
    programme = Programme.objects.get(code="sekolah-penggerak")
    for school, ends_on in ((member, None), (left, date(2023, 12, 31))):
        Membership.objects.create(
            school=school,
            programme=programme,
            cohort=1,
            starts_on=date(2021, 7, 1),
            ends_on=ends_on,
        )
    found = study(asked(literacy, programme=programme), make_person("dinas"))
    assert [one.school for one in found.accompanied.cases] == [member]
    assert {one.school for one in found.others.cases} == {left, other}


def test_hours_are_those_that_a_schools_people_attended(
    make_person, school_with, verified_visit, literacy
):
    school = school_with("50", "56")
    training = Training.objects.create(
        kind="bimtek",
        title="Literasi",
        organiser="BPMP",
        agreement=verified_visit.agreement,
        area_id="63.71",
    )
    person = Participant.objects.create(training=training, school=school, name="Siti")
    for day, hours in ((date(2024, 5, 1), 8), (date(2025, 5, 1), 4)):
        session = Session.objects.create(
            training=training, topic="A", date=day, starts_at="08:00", ends_at="16:00", hours=hours
        )
        Attendance.objects.create(session=session, participant=person)
    found = study(asked(literacy), make_person("dinas"))
    assert [one.hours for one in found.cases] == [8]


@pytest.fixture
def two_groups(school_with, visited):
    """Twelve accompanied schools that rise by 8 or 10, thirteen others alike that rise by 1 or 3."""
    for n in range(12):
        school = school_with(str(40 + n), str(48 + n + n % 2 * 2), name=f"SDN DIDAMPINGI {n}")
        visited(
            school, *(date(2024, 2, 1) + timedelta(days=30 * more) for more in range(n % 3 + 1))
        )
    for n in range(13):
        school_with(str(40 + n), str(41 + n + n % 2 * 2), name=f"SDN LAIN {n}")


QUERY = {"dari": 2024, "sampai": 2025}


def test_the_page_tells_the_difference_its_interval_and_what_it_does_not_mean(
    client_of, two_groups
):
    """Means 8 + 1 = 9 and 1 + 12/13 = 1,92…: a difference of 7,08; of pairs alike exactly 7."""
    client = client_of("dinas")
    page = client.get(PAGE, QUERY).text
    assert "+7,08" in page
    assert "+7<" in page
    assert "selang 95%: +" in page
    assert "membaik lebih banyak daripada sekolah serupa" in page
    assert "Yang tidak dapat disimpulkan" in page
    assert "12 pasang" in page
    again = client.get(PAGE, QUERY).text
    assert page.count("selang 95%") == again.count("selang 95%") == 2
    assert page.partition("selang 95%")[2][:40] == again.partition("selang 95%")[2][:40]


def test_tables_hold_what_pictures_show(client_of, two_groups):
    answer = client_of("dinas").get(PAGE, QUERY)
    found = answer.context["study"]
    assert sum(one.accompanied for one in found.classes) == 12
    assert sum(one.others for one in found.classes) == 13
    visits = answer.context["scatters"][0]
    assert [(one.label, one.schools) for one in visits["rows"]] == [
        ("0", 13),
        ("1", 4),
        ("2", 4),
        ("3", 4),
    ]
    assert len(visits["chart"].dots) == 25


def test_few_schools_conclude_nothing(client_of, school_with, visited):
    visited(school_with("40", "60"), date(2024, 3, 1))
    school_with("40", "41")
    page = client_of("dinas").get(PAGE, QUERY).text
    assert "terlalu sedikit untuk menyimpulkan" in page
    assert "membaik lebih banyak" not in page


def test_lower_is_better_where_the_indicator_says_so(make_person, two_groups, literacy):
    literacy.direction = "turun"
    assert "membaik lebih sedikit" in study(asked(literacy), make_person("dinas")).conclusion


def test_years_that_cannot_be_compared_are_refused_with_a_sentence(client_of, two_groups):
    page = client_of("dinas").get(PAGE, {"dari": 2022, "sampai": 2025}).text
    assert "Tidak dapat dibandingkan" in page
    assert "<svg viewBox" not in page.partition("Tampilkan")[2]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"dari": 2025, "sampai": 2024}, "Tahun akhir harus sesudah tahun awal."),
        ({"dari": "x", "sampai": 2025}, "pilihan"),
        ({"wilayah": "63.72"}, "pilihan"),
        ({"kelompok": "tidak-ada"}, "pilihan"),
        ({"indikator": "9" * 30}, "pilihan"),
    ],
)
def test_a_question_that_makes_no_sense_is_answered_beside_its_field(client_of, query, sentence):
    answer = client_of("dinas").get(PAGE, query)
    assert answer.status_code == 200
    assert sentence in answer.text.lower() or sentence in answer.text


def test_without_figures_the_page_says_what_is_missing(client_of):
    assert "Belum ada dua kelompok" in client_of("dinas").get(PAGE, QUERY).text


def test_a_nation_asks_about_one_province(nation_client, two_groups):
    page = nation_client.get(PAGE, QUERY | {"wilayah": "63"}).text
    assert "+7,08" in page


def test_more_schools_take_as_many_queries(client_of, school_with, visited):
    client = client_of("dinas")
    visited(school_with("40", "60"), date(2024, 3, 1))
    school_with("40", "41")
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE, QUERY)
    for n in range(20):
        school = school_with("40", "41")
        if n % 2:
            visited(school, date(2024, 3, 1))
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE, QUERY)
    assert len(many) == len(few) <= 15
