"""A year of figures: proposed by the dinas, checked by BPMP, locked in the database, opened for a while."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from indicators.models import FigureYear, FigureYearStep, Measurement
from indicators.years import ACTS, LONGEST_UNLOCKED, acts_open_to, move_on, year_of
from portal.imports import operations as imports
from portal.operations import Refused
from tests.indicators.workbooks import LITERACY, SUB_ROW, school_report, staged

State = FigureYear.State
pytestmark = pytest.mark.django_db


@pytest.fixture
def dinas(make_person):
    return make_person("dinas")


@pytest.fixture
def bpmp(make_person):
    return make_person("fasilitator")


@pytest.fixture
def figure(measure, school):
    return measure(school, 2025, "61,2")


@pytest.fixture
def moved(city, dinas, bpmp, figure):
    """`moved("ajukan", "sahkan")`: the year after these acts."""

    def move(*names: str, **options) -> FigureYear:
        for name in names:
            act = ACTS[name]
            by = dinas if act.permission == "indicators.propose_figures" else bpmp
            move_on(year_of(city, 2025), act, by=by, reason="karena perlu", **options)
        return year_of(city, 2025)

    return move


def act_url(city, name: str) -> str:
    return reverse("indicators:area-year-act", args=[city.pk, 2025, name])


def test_the_dinas_proposes_and_bpmp_checks_and_locks(client_of, city, dinas, bpmp, figure):
    page = reverse("indicators:area-year", args=[city.pk, 2025])
    office, facilitator = client_of(dinas), client_of(bpmp)
    assert "Ajukan untuk diperiksa" in office.get(page).text
    assert "Ajukan untuk diperiksa" not in facilitator.get(page).text
    assert office.post(act_url(city, "sahkan")).status_code == 403
    for client, name in ((office, "ajukan"), (facilitator, "sahkan"), (facilitator, "kunci")):
        assert client.post(act_url(city, name)).status_code == 302
    assert year_of(city, 2025).state == State.LOCKED
    told = " ".join(office.get(page).text.split())
    assert f"disahkan → dikunci oleh {bpmp}" in told
    assert [step.by for step in FigureYearStep.objects.order_by("pk")] == [dinas, bpmp, bpmp]


def test_every_act_is_offered_in_its_own_state_only(moved, dinas, bpmp, city):
    def offered() -> set[str]:
        year = year_of(city, 2025)
        return {act.name for person in (dinas, bpmp) for act in acts_open_to(person, year)}

    assert offered() == {"ajukan"}
    moved("ajukan")
    assert offered() == {"tarik", "sahkan", "kembalikan"}
    moved("sahkan")
    assert offered() == {"kunci", "batalkan"}
    moved("kunci")
    assert offered() == {"buka"}
    for act in ACTS.values():
        if act.begins != State.LOCKED:
            with pytest.raises(Refused, match="sekarang berstatus “dikunci”"):
                move_on(year_of(city, 2025), act, by=bpmp, reason="coba")


@pytest.mark.parametrize("acts", [["ajukan"], ["ajukan", "sahkan"], ["ajukan", "sahkan", "kunci"]])
def test_a_closed_year_holds_in_the_database(moved, figure, city, measure, school, acts):
    other = measure(city, 2024, "60")
    moved(*acts)
    for write in (
        lambda: Measurement.objects.filter(pk=figure.pk).update(value=1),
        lambda: Measurement.objects.filter(pk=figure.pk).update(year=2024),
        lambda: Measurement.objects.filter(pk=other.pk).update(year=2025),
        lambda: figure.delete(),
        lambda: measure(city, 2025, "70"),
        lambda: Measurement.objects.bulk_create(
            [Measurement(indicator=figure.indicator, area=city, year=2025, value=1, source="x")]
        ),
    ):
        with pytest.raises(IntegrityError, match="closed"), transaction.atomic():
            write()
    Measurement.objects.filter(pk=other.pk).update(value=Decimal("61"))  # another year is open


def test_a_neighbours_year_stays_open(moved, measure, neighbour, school_elsewhere):
    moved("ajukan")
    measure(neighbour, 2025, "50")
    measure(school_elsewhere, 2025, "50")


def test_forms_say_why_a_figure_stays(client_of, dinas, moved, figure, filled, city):
    moved("ajukan")
    url = reverse("indicators:measurement-correct", args=[figure.pk])
    sent = filled(value="70", reason="salah ketik") | {"version": figure.version}
    answer = client_of(dinas).post(url, sent)
    assert answer.status_code == 422
    assert "sudah diajukan, disahkan, atau dikunci" in answer.text
    assert 'value="70"' in answer.text


def test_an_import_tells_the_rows_of_a_closed_year(moved, school, figure):
    moved("ajukan")
    row = [*LITERACY[:2], "Sedang", 61.2, *LITERACY[4:]]
    batch = staged(school_report([row, SUB_ROW]))
    errors = list(batch.rows.order_by("number").values_list("errors", flat=True))
    assert errors == [["tahun.closed_to_changes"], ["tahun.closed_to_new"]]
    same = staged(school_report([[*LITERACY[:2], "Sedang", 61.2]]))
    assert same.counts["error"] == 1  # the figure has no label yet, so the file would change it


def test_a_year_that_is_closed_while_a_file_waits_is_noticed(moved, school, figure):
    batch = staged(school_report([SUB_ROW]))
    moved("ajukan")
    with pytest.raises(Refused, match="belum ada yang disimpan"):
        imports.commit(batch, by=None)
    assert Measurement.objects.count() == 1
    batch.refresh_from_db()
    assert batch.rows.get().errors == ["tahun.closed_to_new"]


def test_a_locked_year_is_opened_by_name_for_a_while(client_of, moved, bpmp, figure, city):
    moved("ajukan", "sahkan", "kunci")
    client = client_of(bpmp)
    for sent, sentence in (
        ({"until": timezone.localdate() + timedelta(days=3)}, "Tuliskan alasannya"),
        ({"reason": "salah baca rapor"}, "Dibuka sampai belum diisi"),
        (
            {"reason": "salah baca rapor", "until": timezone.localdate() + timedelta(days=15)},
            "paling lama 14 hari",
        ),
        (
            {"reason": "salah baca rapor", "until": timezone.localdate() - timedelta(days=1)},
            "paling lama 14 hari",
        ),
    ):
        answer = client.post(act_url(city, "buka"), sent)
        assert answer.status_code == 422
        assert sentence in answer.text
    until = timezone.localdate() + timedelta(days=3)
    client.post(act_url(city, "buka"), {"reason": "salah baca rapor", "until": until})
    year = year_of(city, 2025)
    assert (year.state, year.is_open) == (State.LOCKED, True)
    Measurement.objects.filter(pk=figure.pk).update(value=1)
    page = client.get(year.get_absolute_url()).text
    assert "dibuka sementara" in page
    assert "salah baca rapor" in page
    # It ends by itself.
    FigureYear.objects.update(unlocked_until=timezone.now() - timedelta(seconds=1))
    assert not year_of(city, 2025).is_open
    with pytest.raises(IntegrityError, match="closed"), transaction.atomic():
        Measurement.objects.filter(pk=figure.pk).update(value=2)


def test_it_is_opened_for_14_days_at_most(moved, city, bpmp):
    moved("ajukan", "sahkan", "kunci")
    late = timezone.now() + LONGEST_UNLOCKED + timedelta(minutes=2)
    with pytest.raises(Refused, match="14 hari"):
        move_on(year_of(city, 2025), ACTS["buka"], by=bpmp, reason="karena", until=late)
    opened = timezone.now() + LONGEST_UNLOCKED
    assert move_on(
        year_of(city, 2025), ACTS["buka"], by=bpmp, reason="karena", until=opened
    ).is_open


def test_an_empty_year_is_not_proposed(city, dinas):
    with pytest.raises(Refused, match="Belum ada capaian"):
        move_on(year_of(city, 2024), ACTS["ajukan"], by=dinas)
    assert not FigureYear.objects.exists()


def test_only_cities_and_provinces_have_years(client_of, dinas):
    client = client_of(dinas)
    for code, year in (("63.71.01", 2025), ("63.71", 2018), ("63.71", 2100)):
        assert client.get(reverse("indicators:area-year", args=[code, year])).status_code == 404
    unknown = reverse("indicators:area-year-act", args=["63.71", 2025, "hapus"])
    assert client.get(unknown).status_code == 404
    above = reverse("indicators:area-year-act", args=["63", 2025, "ajukan"])
    assert client.get(above).status_code == 403
