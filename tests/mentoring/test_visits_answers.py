"""Answers of every kind in a visit's report: what is asked, what is saved, what it scores."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.models import Answer, Given, ItemChoice, Visit
from mentoring.operations.evidence import add_files
from mentoring.operations.reports import record_visit
from mentoring.queries.answers import answers_of, parts_of, total_of
from mentoring.queries.merging import as_base
from mentoring.queries.reports import missing_in, report_of
from mentoring.queries.visits import with_parts
from portal.operations import Refused
from tests.mentoring.fixtures_visits import picture, upload
from tests.mentoring.test_visits_report import autosave, typed, url


@pytest.fixture
def client(client_of, facilitator):
    return client_of(facilitator)


@pytest.fixture
def visit(every_kind, plan) -> Visit:
    return plan()


@pytest.fixture
def choice(every_kind):
    """`choice("bersama")`: the key of a choice by its text."""
    return lambda text: ItemChoice.objects.get(item__instrument=every_kind, text=text).pk


@pytest.fixture
def answers(item_of, choice):
    """What a browser sends for an answer to every item but the photo."""
    return {
        f"score_{item_of('belajar').pk}": "3",
        f"note_{item_of('belajar').pk}": "Kelas 4",
        f"score_{item_of('contoh').pk}": "4",
        f"answer_{item_of('murid').pk}": "27,5",
        f"answer_{item_of('rpp').pk}": "tidak",
        f"answer_{item_of('alasan').pk}": "Belum\r\nsempat",
        f"score_{item_of('rapor').pk}": "1",
        f"answer_{item_of('cara').pk}": choice("bersama"),
        f"answer_{item_of('pihak').pk}": [choice("guru"), choice("komite")],
    }


def test_answers_of_every_kind_are_saved_and_come_back(client, visit, item_of, answers, choice):
    assert client.post(url(visit), typed(visit, **answers)).status_code == 302
    stored = answers_of(Visit.objects.get())
    assert stored == {
        item_of("belajar").pk: Given(score=3, note="Kelas 4"),
        item_of("contoh").pk: Given(score=4),
        item_of("murid").pk: Given(number=Decimal("27.5")),
        item_of("rpp").pk: Given(yes=False),
        item_of("alasan").pk: Given(text="Belum\nsempat"),
        item_of("rapor").pk: Given(score=1),
        item_of("cara").pk: Given(choices=frozenset({choice("bersama")})),
        item_of("pihak").pk: Given(choices=frozenset({choice("guru"), choice("komite")})),
    }
    form = client.get(url(visit)).text
    assert 'value="27,5"' in form
    page = client.get(visit.get_absolute_url()).text
    for told in ("27,5 orang", "guru; komite", "Catatan: Kelas 4", "skor 2,75 dari 4,00"):
        assert told in " ".join(page.split())
    visit.refresh_from_db()
    again = typed(visit, **answers)
    client.post(url(visit), again)
    assert Visit.objects.get().version == visit.version  # the same again changes nothing
    client.post(url(visit), typed(visit))
    assert answers_of(Visit.objects.get()) == {}


def test_answers_are_read_by_sql(client, visit, answers, every_kind):
    client.post(url(visit), typed(visit, **answers))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.code, a.score, a.number, a.yes FROM mentoring_answer a"
            " JOIN mentoring_instrumentitem i ON i.id = a.item_id"
            " WHERE i.code IN ('belajar', 'murid', 'rpp') ORDER BY i.code"
        )
        assert cursor.fetchall() == [
            ("belajar", 3, None, None),
            ("murid", None, Decimal("27.5"), None),
            ("rpp", None, None, False),
        ]
        cursor.execute(
            "SELECT c.text FROM mentoring_answerchoice a JOIN mentoring_itemchoice c"
            " ON c.id = a.choice_id JOIN mentoring_instrumentitem i ON i.id = c.item_id"
            " WHERE i.code = 'pihak' ORDER BY c.order"
        )
        assert [text for (text,) in cursor.fetchall()] == ["guru", "komite"]


@pytest.mark.parametrize(
    ("code", "value", "message"),
    [
        ("murid", "61", "Angka tidak boleh lebih dari 60."),
        ("murid", "-1", "Angka tidak boleh kurang dari 0."),
        ("murid", "1.234", "Tulis angka saja, misalnya 12 atau 12,5, tanpa pemisah ribuan."),
        ("murid", "banyak", "Tulis angka saja, misalnya 12 atau 12,5, tanpa pemisah ribuan."),
        ("rpp", "mungkin", "Masukkan pilihan yang valid."),
        ("alasan", "x" * 4001, "Pastikan nilai ini mengandung paling banyak 4000 karakter"),
    ],
)
def test_a_wrong_answer_is_told_beside_its_item(client, visit, item_of, code, value, message):
    item = item_of(code)
    data = typed(visit, aims="Tujuan", **{f"answer_{item.pk}": value})
    response = client.post(url(visit), data)
    assert response.status_code == 422
    assert response.text.count(message) == 2
    assert f'href="#id_answer_{item.pk}' in response.text
    assert "Tujuan</textarea>" in response.text
    assert not Answer.objects.exists()


def test_operation_refuses_what_does_not_fit(visit, facilitator, full_report, item_of, choice):
    other = full_report(visit, answers={})
    for answers, words in (
        ({item_of("murid").pk: Given(score=3)}, "tidak sesuai dengan jenis"),
        ({item_of("papan").pk: Given(text="x")}, "tidak sesuai dengan jenis"),
        ({item_of("cara").pk: Given(choices=frozenset({choice("guru")}))}, "pilihan yang ada"),
        (
            {item_of("cara").pk: Given(choices=frozenset(map(choice, ("sendiri", "bersama"))))},
            "Pilih satu saja",
        ),
        ({0: Given(score=1)}, "bukan untuk instrumen"),
    ):
        report = other.__class__(**(vars(other) | {"answers": answers}))
        with pytest.raises(Refused, match=words):
            record_visit(visit, by=facilitator, version=1, report=report)


def test_database_holds_one_sort_of_answer_a_row(visit, item_of):
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(visit=visit, item=item_of("murid"), number=1, yes=True)


# What is shown


def test_server_asks_only_what_is_shown(client, visit, item_of, answers):
    shown = autosave(client, visit, typed(visit, **answers))
    assert shown.status_code == 200
    assert [entry.anchor for entry in missing_of(visit)] == [f"id_answer_{item_of('papan').pk}"]
    visit.refresh_from_db()
    hiding = answers | {
        f"score_{item_of('belajar').pk}": "2",
        f"score_{item_of('contoh').pk}": "",
        f"answer_{item_of('rpp').pk}": "ya",
        f"answer_{item_of('alasan').pk}": "",
    }
    autosave(client, visit, typed(visit, **hiding))
    assert [entry.anchor for entry in missing_of(visit)] == [f"id_answer_{item_of('papan').pk}"]
    form = client.get(url(visit)).text
    hidden = form.split(f'id="id_score_{item_of("contoh").pk}"')[1].split(">")[0]
    assert hidden.endswith(" hidden")
    assert "Praktik baik" not in client.get(visit.get_absolute_url()).text


def missing_of(visit) -> list:
    found = missing_in(with_parts(visit))
    return [entry for entry in found if entry.section.startswith("part-")]


def test_missing_answers_are_told_by_kind_with_links(client, visit, item_of):
    client.post(url(visit), typed(visit, **{f"answer_{item_of('rpp').pk}": "tidak"}))
    page = client.get(visit.get_absolute_url()).text
    for sentence, anchor in (
        ("Pilih skor “Kualitas pembelajaran”.", f"#id_score_{item_of('belajar').pk}"),
        ("Isi angka “Murid yang hadir”.", f"#id_answer_{item_of('murid').pk}"),
        ("Tuliskan jawaban “Mengapa belum ada?”.", f"#id_answer_{item_of('alasan').pk}"),
        ("Pilih jawaban “Cara membaca”.", f"#id_answer_{item_of('cara').pk}"),
        ("Unggah foto “Papan data”.", f"#id_answer_{item_of('papan').pk}"),
    ):
        assert f'{anchor}">{sentence}</a>' in page
    assert "Praktik baik" not in page
    assert "Dibaca bersama siapa?" not in page


def test_a_photo_answers_its_item(client, visit, item_of, facilitator):
    item, other = item_of("papan"), item_of("rpp")
    address = reverse("mentoring:evidence-add", args=[visit.pk])
    sent = {"kind": "foto", "files": upload(picture()), "item": item.pk}
    answer = client.post(address, sent, headers={"HX-Request": "true"})
    assert f'id="photos-{item.pk}"' in answer.text
    assert visit.evidence.get().item == item
    assert f"id_answer_{item.pk}" not in [entry.anchor for entry in missing_of(visit)]
    sent = {"kind": "foto", "files": upload(picture("navy")), "item": other.pk}
    assert client.post(address, sent).status_code == 422
    sent = {"kind": "foto", "files": upload(picture("olive")), "item": item.pk}
    assert client.post(address, sent).url == f"{url(visit)}#photos-{item.pk}"
    add_files(visit, [upload(picture("red"))], by=facilitator)
    assert visit.evidence.filter(item=None).count() == 1
    form = client.get(url(visit)).text
    assert f'name="files" id="id_photo_{item.pk}" form="upload-{item.pk}"' in form


# Scores


def scores(visit, item_of, **given) -> tuple:
    """The scores of both sections and the total, with rubric levels by item."""
    Answer.objects.filter(visit=visit).delete()
    Answer.objects.bulk_create(
        Answer(visit=visit, item=item_of(code), score=level) for code, level in given.items()
    )
    parts = parts_of(with_parts(visit))
    return (*(part.score for part in parts), total_of(parts), parts[0].unscored)


def test_scores_are_weighted_means_of_what_was_asked_and_answered(visit, item_of):
    assert scores(visit, item_of) == (None, None, None, 1)
    assert scores(visit, item_of, belajar=2) == (2, None, 2, 0)
    assert scores(visit, item_of, belajar=2, contoh=4) == (2, None, 2, 0)  # hidden below 3
    assert scores(visit, item_of, belajar=3) == (3, None, 3, 1)
    first = Decimal(10) / 3  # (2×3 + 1×4) ÷ 3
    total = (3 * first + 1) / 4
    assert scores(visit, item_of, belajar=3, contoh=4, rapor=1) == (first, 1, total, 0)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=st.lists(st.none() | st.integers(1, 4), min_size=3, max_size=3))
def test_scores_stay_between_the_lowest_and_the_highest_level(visit, item_of, levels):
    answered = dict(zip(("belajar", "contoh", "rapor"), levels, strict=True))
    known = {code: level for code, level in answered.items() if level}
    *parts, total, _unscored = scores(visit, item_of, **known)
    for score in (*parts, total):
        assert score is None or min(known.values()) <= score <= max(known.values())
    assert (total is None) == (answered["belajar"] is None and answered["rapor"] is None)


def send_answer(client, visit, item, **fields):
    sent = {"item": item.pk, "version": visit.version} | fields
    return client.post(reverse("mentoring:visit-answers", args=[visit.pk]), sent)


def test_an_answer_is_saved_alone(client_of, draft_visit, facilitator):
    item = draft_visit.instrument.items.first()
    client, before = client_of(facilitator), report_of(draft_visit)
    fields = {f"score_{item.pk}": "1", f"note_{item.pk}": "Baru satu kelas"}
    told = send_answer(client, draft_visit, item, **fields).json()
    visit = Visit.objects.get()
    assert visit.version == told["version"] == draft_visit.version + 1
    given = Given(score=1, note="Baru satu kelas")
    assert report_of(visit) == replace(before, answers=before.answers | {item.pk: given})
    assert told["base"] == {
        f"answers.{item.pk}.score": 1,
        f"answers.{item.pk}.note": "Baru satu kelas",
    }
    assert json.loads(as_base(report_of(visit))).items() >= told["base"].items()
    assert set(told["sections"].values()) == {"lengkap"}
    emptied = send_answer(client, visit, item).json()
    assert (emptied["base"], set(emptied["sections"].values())) == ({}, {"sebagian"})
    assert not visit.answers.filter(item=item).exists()


def test_an_answer_alone_is_saved_on_no_others_version(
    client_of, draft_visit, facilitator, full_report
):
    item = draft_visit.instrument.items.first()
    report = full_report(draft_visit, findings="Ditulis orang lain")
    record_visit(draft_visit, by=facilitator, version=draft_visit.version, report=report)
    response = send_answer(client_of(facilitator), draft_visit, item, **{f"score_{item.pk}": "1"})
    assert response.status_code == 409
    assert draft_visit.answers.get(item=item).score == 3


def test_an_answer_alone_keeps_the_rules(client_of, submitted_visit, facilitator, every_kind, plan):
    item = submitted_visit.instrument.items.first()
    client, good = client_of(facilitator), {f"score_{item.pk}": "1"}
    assert send_answer(client, submitted_visit, item, **good).status_code == 422
    other = plan(on=submitted_visit.date - timedelta(days=1), instrument=every_kind)
    assert send_answer(client, other, item, **good).status_code == 422
    level = every_kind.items.get(code="belajar")
    assert send_answer(client, other, level, **{f"score_{level.pk}": "5"}).status_code == 422
    assert not other.answers.exists()
    told = send_answer(client, other, level, **{f"score_{level.pk}": "2"})
    assert told.status_code == 200
    other.refresh_from_db()
    assert other.state == Visit.State.DRAFT
