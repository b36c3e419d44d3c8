"""The page of a school, and its history in plain words."""

from datetime import date

import pytest
from django.urls import reverse

from portal.imports import operations
from schools.models import YearlyFigures
from tests.schools.importing import DAY, HEADER, ONE, committed


@pytest.mark.parametrize("role", ["admin", "dinas", "fasilitator", "pimpinan"])
def test_offices_read_the_facts_of_a_school(client_of, school, make_member, role):
    school.latitude, school.longitude, school.address = "-3.3454483", "114.54845", "Jl. Mantuil"
    school.accreditation_number, school.accreditation_until = "BAN-1", date(2027, 8, 17)
    school.save()
    make_member(school, decree_number="SK-0301")
    page = client_of(role).get("/sekolah/30304120/").content.decode()
    for fact in (
        "<h1>SD NEGERI MURUNG RAYA 1</h1>",
        "Banjarmasin Selatan, Kota Banjarmasin",
        "Jl. Mantuil",
        "-3.3454483, 114.5484500",
        "BAN-1",
        "berlaku sampai 17 Agustus 2027",
        "Sekolah Penggerak angkatan 1",
        "sejak 1 Juli 2022",
        "SK-0301",
    ):
        assert fact in page


def test_school_account_reads_its_own_school_and_no_other(client_of, make_school, school):
    other = make_school(name="SDN TETANGGA")
    client = client_of("sekolah", school=school)
    for name in ("schools:school", "schools:school-history"):
        assert client.get(reverse(name, args=[school.npsn])).status_code == 200
        assert client.get(reverse(name, args=[other.npsn])).status_code == 404


@pytest.mark.parametrize("role", ["admin", "dinas", "pimpinan"])
def test_school_of_another_city_cannot_be_found(client_of, elsewhere, make_member, role):
    member = make_member(elsewhere)
    client = client_of(role, area="63.71")
    for name in ("school", "school-history", "school-edit", "membership-add"):
        url = reverse(f"schools:{name}", args=[elsewhere.npsn])
        assert client.get(url).status_code == 404
        assert client.post(url).status_code in (404, 405)
    edit = reverse("schools:membership-edit", args=[member.pk])
    assert client.get(edit).status_code == client.post(edit).status_code == 404


@pytest.mark.parametrize("role", ["fasilitator", "pimpinan", "sekolah"])
def test_readers_are_offered_no_edit_and_refused_one(client_of, school, make_member, role):
    member = make_member(school)
    client = client_of(role, school=school if role == "sekolah" else None)
    page = client.get(school.get_absolute_url()).content.decode()
    for url in (
        reverse("schools:school-edit", args=[school.npsn]),
        reverse("schools:membership-add", args=[school.npsn]),
        reverse("schools:membership-edit", args=[member.pk]),
    ):
        assert url not in page
        assert client.get(url).status_code == client.post(url).status_code == 403


def test_pages_that_only_show_refuse_a_post(client_of, school):
    client = client_of("dinas")
    for name in ("school", "school-history"):
        assert client.post(reverse(f"schools:{name}", args=[school.npsn])).status_code == 405


def test_past_and_coming_memberships_say_so(client_of, school, make_member):
    make_member(school, ends_on=date(2023, 6, 30))
    make_member(school, cohort=2, starts_on=date(2099, 7, 1))
    page = client_of("dinas").get(school.get_absolute_url()).content.decode()
    assert "1 Juli 2022 – 30 Juni 2023" in page
    assert "berakhir" in page
    assert "belum mulai" in page


def test_school_page_loads_what_other_apps_know_by_their_addresses(client_of, school):
    page = client_of("dinas").get(school.get_absolute_url()).content.decode()
    for name in (
        "indicators:school-panel",
        "mentoring:school-visits",
        "mentoring:school-follow-ups",
        "mentoring:school-issues",
        "schools:school-history",
    ):
        assert f'hx-get="{reverse(name, args=[school.npsn])}"' in page


def test_history_tells_who_changed_what_in_words(client_of, school, make_member, opened):
    dinas = client_of("dinas", name="Hj. Siti Aminah")
    url = reverse("schools:school-edit", args=[school.npsn])
    dinas.post(url, opened(dinas, url, accreditation="A"))
    history = dinas.get(reverse("schools:school-history", args=[school.npsn])).context["entries"]
    newest = history[0]
    assert (newest.who, newest.sentence) == ("Hj. Siti Aminah", "Diubah")
    assert [(c.label, c.old, c.new) for c in newest.changes] == [("akreditasi", "B", "A")]
    assert history[-1].sentence == "Dibuat"


def test_history_tells_of_memberships_by_name(client_of, school, elsewhere, make_member, opened):
    make_member(elsewhere, cohort=7)
    member = make_member(school)
    dinas = client_of("dinas")
    url = reverse("schools:membership-edit", args=[member.pk])
    dinas.post(url, opened(dinas, url, ends_on="2025-06-30"))
    page = dinas.get(reverse("schools:school-history", args=[school.npsn]))
    assert {entry.sentence for entry in page.context["entries"]} == {
        "Keanggotaan program Sekolah Penggerak angkatan 1 diubah",
        "Keanggotaan program Sekolah Penggerak angkatan 1 ditambahkan",
        "Dibuat",
    }
    assert "30 Juni 2025" in page.content.decode()


def test_counts_of_several_years_are_drawn_and_stand_in_a_table(client_of, school):
    for year, pupils in ((2021, 300), (2023, 1250)):
        YearlyFigures.objects.create(school=school, year=year, pupils=pupils, teachers=None)
    page = client_of("dinas").get(school.get_absolute_url())
    (chart,) = page.context["charts"]
    assert [(bar.point.label, bar.height) for bar in chart.bars] == [
        ("2021/2022", pytest.approx(0.24 * chart.height, abs=0.1)),
        ("2023/2024", chart.height),
    ]
    assert chart.bars[1].x == 160  # the year that was not recorded keeps its place
    assert 'aria-label="Peserta didik: 2021/2022 300, 2023/2024 1.250"' in page.text
    assert 'x="160.0"' in page.text


def test_an_npsn_typed_with_a_small_letter_leads_to_the_school(client_of, make_school):
    school = make_school(npsn="P2961752")
    response = client_of("dinas").get("/sekolah/p2961752/", follow=True)
    assert response.redirect_chain == [(school.get_absolute_url(), 302)]
    assert response.status_code == 200


def test_history_says_through_which_file_a_school_changed(client_of, make_school):
    make_school(npsn=ONE[0], name="LAMA", district="63.71.05", facts_since=DAY)
    batch = committed([HEADER, ONE])
    browser = client_of("dinas")
    address = f"/sekolah/{ONE[0]}/riwayat/"
    assert "melalui impor sekolah.csv" in browser.get(address).text
    operations.undo(batch, by=browser.person)
    text = browser.get(address).text
    assert f"oleh {browser.person.name}, melalui pembatalan impor sekolah.csv" in text
