"""Correcting a figure: always with a reason, never on top of somebody else's newer correction."""

from decimal import Decimal

import pytest


@pytest.fixture
def correction(filled):
    """`correction(value=…)`: a complete correction form on top of version 1."""

    def fill(**fields) -> dict:
        form = filled(value="65,5", reason="Salah salin dari rapor", version="1") | fields
        del form["key"]
        return form

    return fill


def test_a_correction_keeps_the_old_value_and_its_reason_in_the_history(
    client_of, measure, city, correction
):
    made = measure(city, 2025, "61,2", colour="kuning", label="Sedang")
    client = client_of("dinas", name="Noor Aina")
    response = client.post(f"{made.get_absolute_url()}koreksi/", correction(), follow=True)
    made.refresh_from_db()
    assert (made.value, made.version, made.reason) == (
        Decimal("65.5"),
        2,
        "Salah salin dari rapor",
    )
    newest = response.context["entries"][0]
    assert newest.who == "Noor Aina"
    assert newest.reason == "Salah salin dari rapor"
    changes = {change.label: (change.old, change.new) for change in newest.changes}
    assert changes["nilai"] == ("61,2", "65,5")
    assert "alasan koreksi terakhir" not in changes


@pytest.mark.parametrize("reason", ["", "   ", "x"])
def test_a_correction_without_reason_is_refused(client_of, measure, city, correction, reason):
    made = measure(city, 2025, "61,2")
    response = client_of("dinas").post(
        f"{made.get_absolute_url()}koreksi/", correction(reason=reason)
    )
    assert response.status_code == 422
    assert response.context["form"].errors["reason"]
    made.refresh_from_db()
    assert made.value == Decimal("61.2")


def test_the_last_reason_is_not_offered_again(client_of, measure, city):
    made = measure(city, 2025, "61,2", reason="Alasan lama")
    form = client_of("dinas").get(f"{made.get_absolute_url()}koreksi/").context["form"]
    assert not form["reason"].value()
    assert 'value="61,2"' in str(form["value"])


def test_a_correction_on_top_of_a_newer_one_is_refused_with_what_changed(
    client_of, measure, city, correction
):
    made = measure(city, 2025, "61,2")
    url = f"{made.get_absolute_url()}koreksi/"
    client_of("dinas").post(url, correction(value="62,2"))
    response = client_of("dinas").post(url, correction(value="63,3", note="Punya saya"))
    assert response.status_code == 409
    page = response.content.decode()
    assert "61,2" in page
    assert "62,2" in page
    form = response.context["form"]
    assert (form["value"].value(), form["note"].value()) == ("63,3", "Punya saya")
    made.refresh_from_db()
    assert made.value == Decimal("62.2")
    again = correction(value="63,3", version=form["version"].value())
    assert client_of("dinas").post(url, again).status_code == 302
    made.refresh_from_db()
    assert (made.value, made.version) == (Decimal("63.3"), 3)


def test_a_correction_cannot_take_the_year_of_another_figure(client_of, measure, city, correction):
    measure(city, 2024, "60")
    made = measure(city, 2025, "61,2")
    response = client_of("dinas").post(
        f"{made.get_absolute_url()}koreksi/", correction(year="2024")
    )
    assert response.status_code == 422
    assert response.context["form"].errors["year"]


def test_a_correction_follows_the_published_cut_offs(client_of, measure, city, correction):
    made = measure(city, 2025, "61,2", colour="kuning", label="Sedang")
    url = f"{made.get_absolute_url()}koreksi/"
    refused = client_of("dinas").post(url, correction(value="80", colour="kuning"))
    assert refused.context["form"].errors["colour"]
    client_of("dinas").post(url, correction(value="80", colour="hijau"))
    made.refresh_from_db()
    assert made.label == "Baik"


def test_the_province_is_read_not_corrected(client_of, measure, province, neighbour):
    client = client_of("dinas")
    above = measure(province, 2025, "60")
    assert client.get(f"{above.get_absolute_url()}koreksi/").status_code == 403
    assert client.post(f"{above.get_absolute_url()}koreksi/", {}).status_code == 403
    beside = measure(neighbour, 2025, "60")
    assert client.get(f"{beside.get_absolute_url()}koreksi/").status_code == 404


@pytest.mark.parametrize("role", ["fasilitator", "pimpinan", "sekolah"])
def test_other_roles_correct_nothing(role, client_of, make_person, measure, school):
    figure = measure(school, 2025, "60")
    client = client_of(make_person(role, school=school if role == "sekolah" else None))
    assert client.get(f"{figure.get_absolute_url()}koreksi/").status_code == 403
    assert "koreksi/" not in client.get(figure.get_absolute_url()).content.decode()
