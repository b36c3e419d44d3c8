"""Posts are opened where one works, keep their name to themselves, and are found in their scope."""

import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.models import PerformancePost, Review

LIST = reverse("mentoring:posts")
ADD = reverse("mentoring:post-add")


def answers(**fields) -> dict:
    return {"key": str(uuid.uuid4()), "label": "Pos Triwulan", "description": "Tiap tiga bulan"} | (
        fields
    )


def edit(post) -> str:
    return reverse("mentoring:post-edit", args=[post.pk])


def test_a_facilitator_opens_a_post_with_an_own_school(client_of, facilitator, own_school):
    client = client_of(facilitator)
    assert f'value="{own_school.npsn}"' in client.get(f"{ADD}?sekolah={own_school.npsn}").text
    data = answers(npsn=own_school.npsn)
    response = client.post(ADD, data)
    post = PerformancePost.objects.get()
    assert (response.status_code, response.url) == (302, post.get_absolute_url())
    assert (post.school, post.area, post.label) == (own_school, None, "Pos Triwulan")
    assert client.post(ADD, data).url == post.get_absolute_url()  # sent twice
    assert PerformancePost.objects.count() == 1


def test_the_dinas_opens_a_post_for_its_city(client_of, dinas):
    client_of(dinas).post(ADD, answers(area="63.71"))
    assert PerformancePost.objects.get().area_id == "63.71"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({}, "Pilih satu sekolah atau satu wilayah"),
        ({"npsn": "own", "area": "63.71"}, "Pilih satu sekolah atau satu wilayah"),
        ({"npsn": "123456"}, "perguruan tinggi"),
        ({"npsn": "elsewhere"}, "tidak ditemukan di wilayah Anda"),
        ({"npsn": "others"}, "bukan sekolah dampingan Anda"),
        ({"npsn": "own", "label": ""}, "Nama pos belum diisi."),
        ({"area": "62.71"}, "pilihan yang tersedia"),
    ],
)
def test_a_post_that_cannot_be_is_refused_and_keeps_what_was_typed(
    client_of, facilitator, own_school, make_school, place, words
):
    known = {
        "own": own_school.npsn,
        "others": make_school().npsn,
        "elsewhere": make_school(district="62.71.01").npsn,
    }
    place = {name: known.get(value, value) for name, value in place.items()}
    response = client_of(facilitator).post(ADD, answers(**place))
    assert response.status_code == 422
    assert words in response.text
    assert "Tiap tiga bulan" in response.text
    assert not PerformancePost.objects.exists()


def test_a_name_stands_once_in_a_place(client_of, dinas, school_post, make_school):
    client, other = client_of(dinas), make_school()
    taken = client.post(ADD, answers(npsn=school_post.school.npsn))
    assert taken.status_code == 422
    assert "sudah ada di sekolah ini" in taken.text
    assert client.post(ADD, answers(npsn=other.npsn)).status_code == 302
    assert client.post(ADD, answers(area="63.71")).status_code == 302
    assert "sudah ada di wilayah ini" in client.post(ADD, answers(area="63.71")).text


@pytest.mark.parametrize("place", [{}, {"area_id": "63.71", "school": True}])
def test_the_database_keeps_a_post_to_one_place(own_school, place):
    if place:
        place = place | {"school": own_school}
    with pytest.raises(IntegrityError, match="post_of_a_school_or_an_area"), transaction.atomic():
        PerformancePost.objects.create(label="Pos", **place)


def test_an_edit_by_two_is_noticed(client_of, dinas, facilitator, school_post):
    seen = {"version": "1", "label": "Pos Semester", "description": "", "active": "on"}
    assert client_of(facilitator).post(edit(school_post), seen).status_code == 302
    late = client_of(dinas).post(edit(school_post), seen | {"label": "Pos Tahunan"})
    assert late.status_code == 409
    assert "Pos Tahunan" in late.text
    assert "Pos Triwulan" in late.text  # what the other one changed
    school_post.refresh_from_db()
    assert (school_post.label, school_post.version) == ("Pos Semester", 2)


def test_a_closed_post_takes_no_review_and_one_with_a_plan_is_not_closed(
    client_of, dinas, school_post, facilitator, plan_next
):
    client, closed = client_of(dinas), {"version": "1", "label": "Pos", "description": ""}
    planned = plan_next(school_post, facilitator)
    refused = client.post(edit(school_post), closed)
    assert refused.status_code == 422
    assert "Masih ada tinjauan yang direncanakan" in refused.text
    Review.objects.filter(pk=planned.pk).update(state=Review.State.CANCELLED)
    assert client.post(edit(school_post), closed).status_code == 302
    assert "ditutup" in client.get(school_post.get_absolute_url()).text
    add = reverse("mentoring:review-add", args=[school_post.pk])
    day = "2026-01-02"
    data = {"key": str(uuid.uuid4()), "period_from": day, "period_to": day, "date": day}
    assert "sudah ditutup" in client.post(add, data).text


def test_a_facilitator_of_another_school_reads_and_changes_nothing(client_of, school_post):
    client = client_of("fasilitator")
    page = client.get(school_post.get_absolute_url())
    assert page.status_code == 200
    assert "Rencanakan tinjauan" not in page.text
    assert client.get(edit(school_post)).status_code == 403
    add = reverse("mentoring:review-add", args=[school_post.pk])
    assert client.post(add, {}).status_code == 403


def test_lists_and_pages_keep_to_the_scope(
    client_of, make_person, make_school, school_post, city_post
):
    other = make_school()
    own, others = school_post.school, PerformancePost.objects.create(label="Pos lain", school=other)
    head = client_of(make_person("sekolah", school=own))
    text = head.get(LIST).text
    assert school_post.label in text
    assert others.label not in text
    assert city_post.label not in text  # a school has no part in the city's post
    for hidden in (others, city_post):
        assert head.get(hidden.get_absolute_url()).status_code == 404
    away = client_of("dinas", area="63.72")
    assert not away.get(LIST).context["list"].page.object_list
    assert away.get(city_post.get_absolute_url()).status_code == 404
    province = client_of("pimpinan", area="63")
    assert len(province.get(LIST).context["list"].page.object_list) == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=triw", {"Pos Triwulan"}),
        ("q=teluk", {"Pos Triwulan"}),
        ("tingkat=wilayah", {"Pos Kota"}),
        ("tinjauan=direncanakan", {"Pos Triwulan"}),
        ("tinjauan=disahkan", set()),
        ("keadaan=ditutup", set()),
        ("urut=-berikutnya", {"Pos Triwulan", "Pos Kota"}),
        ("urut=terakhir", {"Pos Triwulan", "Pos Kota"}),
    ],
)
def test_the_list_is_filtered(
    client_of, school_post, city_post, facilitator, plan_next, query, found
):
    plan_next(school_post, facilitator)
    page = client_of("dinas").get(f"{LIST}?{query}").context["list"].page
    assert {post.label for post in page.object_list} == found


def test_the_page_of_a_school_shows_its_posts(client_of, facilitator, school_post, make_school):
    client = client_of(facilitator)
    PerformancePost.objects.create(label="Pos tetangga", school=make_school())
    panel = reverse("mentoring:school-posts", args=[school_post.school.npsn])
    assert panel in client.get(school_post.school.get_absolute_url()).text
    text = client.get(panel).text
    assert school_post.get_absolute_url() in text
    assert "Pos tetangga" not in text


def test_the_list_takes_as_many_queries_for_many_posts_as_for_few(
    client_of, make_school, school_post, facilitator, plan_next
):
    client, counts = client_of("dinas"), []
    plan_next(school_post, facilitator)
    for total in (30, 1000):
        schools = [make_school() for _n in range(10)]
        PerformancePost.objects.bulk_create(
            PerformancePost(label=f"Pos {total} {n}", school=schools[n % 10]) for n in range(total)
        )
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15


def test_the_search_finds_posts_in_scope(client_of, school_post, city_post, make_person):
    head = client_of(make_person("sekolah", school=school_post.school))
    for client, found in ((client_of("dinas"), True), (head, False)):
        text = client.get(reverse("search"), {"q": "pos k"}).text
        assert (city_post.label in text) is found
