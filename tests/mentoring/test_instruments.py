"""Versions of instruments: written as drafts, published when whole, fixed from then on."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.models import Instrument, InstrumentItem, ItemChoice, ItemKind, ShownHow
from mentoring.operations.instruments import (
    add_section,
    delete_draft,
    make_version,
    new_version,
    publish,
    retire,
)
from mentoring.queries.blueprints import (
    Blueprint,
    ItemPlan,
    SectionPlan,
    blueprint_of,
    problems_in,
)
from portal.operations import Refused
from tests.mentoring.fixtures_instruments import EVERY_KIND, rubric, shown_by

State = Instrument.State


def plan_of(*items: ItemPlan, **fields) -> Blueprint:
    return Blueprint("uji", "Uji", sections=(SectionPlan("Bagian", items=items),), **fields)


def url(record, name: str, *more) -> str:
    return reverse(f"mentoring:instrument{name}", args=[record.pk, *more])


@pytest.fixture
def admin(client_of):
    return client_of("admin")


@pytest.fixture
def draft(db) -> Instrument:
    return make_version(plan_of(rubric("a"), rubric("b"), ItemPlan("c", ItemKind.TEXT, "Teks")))


# Publishing


@pytest.mark.parametrize(
    ("items", "sentences"),
    [
        (
            [ItemPlan("a", ItemKind.TEXT, "Teks")],
            ["Tambahkan setidaknya satu butir rubrik yang berbobot: belum ada skor."],
        ),
        (
            [rubric("a", weight=Decimal(0))],
            ["Tambahkan setidaknya satu butir rubrik yang berbobot: belum ada skor."],
        ),
        (
            [ItemPlan("a", ItemKind.RUBRIC, "Rubrik", levels=("satu", "", "tiga", ""))],
            ["Tuliskan tingkat 2 butir “Rubrik”.", "Tuliskan tingkat 4 butir “Rubrik”."],
        ),
        (
            [rubric("a"), ItemPlan("p", ItemKind.ONE, "Pilih", choices=("Ya", "lain", "ya"))],
            ["Pilihan “ya” tertulis dua kali pada butir “Pilih”."],
        ),
        (
            [rubric("a"), ItemPlan("p", ItemKind.MANY, "Pilih", choices=("satu",))],
            ["Butir “Pilih” perlu sedikitnya dua pilihan."],
        ),
        (
            [rubric("a", **shown_by("b", ShownHow.AT_LEAST, "2")), rubric("b")],
            ["Butir “Rubrik a” tampil menurut butir yang baru ditanyakan sesudahnya."],
        ),
        (
            [
                rubric("a", **shown_by("b", ShownHow.EQUAL, "2")),
                rubric("b", **shown_by("a", ShownHow.EQUAL, "2")),
            ],
            [
                "Syarat tampil butir “Rubrik a” berputar kembali ke butir itu sendiri.",
                "Syarat tampil butir “Rubrik b” berputar kembali ke butir itu sendiri.",
            ],
        ),
        (
            [rubric("a"), rubric("b", **shown_by("", ShownHow.EQUAL, "2"))],
            ["Butir yang menentukan tampilnya “Rubrik b” tidak ada lagi."],
        ),
        (
            [rubric("a"), rubric("b", **shown_by("a", ShownHow.EQUAL, "5"))],
            ["Nilai syarat tampil butir “Rubrik b” bukan jawaban yang mungkin."],
        ),
    ],
)
def test_what_keeps_a_version_from_being_published(items, sentences):
    assert [problem.sentence for problem in problems_in(plan_of(*items))] == sentences


def test_all_reasons_are_told_at_once_and_lead_to_their_items(admin):
    plan = Blueprint(
        "uji",
        "Uji",
        sections=(
            SectionPlan("Kosong"),
            SectionPlan("Isi", items=(ItemPlan("p", ItemKind.ONE, "Pilih"),)),
        ),
    )
    instrument = make_version(plan)
    admin.post(url(instrument, "-publish"), {"version": instrument.version})
    instrument.refresh_from_db()
    assert instrument.state == State.DRAFT
    page = admin.get(instrument.get_absolute_url()).text
    for sentence in (
        "Tambahkan setidaknya satu butir rubrik",
        "Bagian “Kosong” belum punya butir.",
        "Butir “Pilih” perlu sedikitnya dua pilihan.",
    ):
        assert sentence in page
    assert 'href="#code-p"' in page


def test_publishing_retires_the_version_before_and_visits_keep_theirs(admin, every_kind, plan):
    old_visit, asked = plan(), every_kind
    admin.post(url(every_kind, "-new-version"))
    second = Instrument.objects.get(code=every_kind.code, number=2)
    assert blueprint_of(second) == blueprint_of(every_kind) == EVERY_KIND
    response = admin.post(url(second, "-publish"), {"version": second.version}, follow=True)
    assert "Instrumen terbit. Kunjungan baru memakai versi ini." in response.text
    every_kind.refresh_from_db()
    second.refresh_from_db()
    assert (every_kind.state, second.state) == (State.RETIRED, State.PUBLISHED)
    old_visit.refresh_from_db()
    assert old_visit.instrument == asked
    assert plan().instrument == second


def test_a_draft_that_changed_after_it_was_seen_is_not_published(admin, draft):
    seen = draft.version
    section = draft.sections.get()
    admin.post(url(section, "-section-move"), {"arah": "naik"})
    response = admin.post(url(draft, "-publish"), {"version": seen}, follow=True)
    assert "Draf ini berubah setelah Anda membukanya." in response.text
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_a_family_has_one_draft(every_kind):
    new_version(every_kind)
    with pytest.raises(Refused, match="sudah punya versi draf"):
        new_version(every_kind)


def test_a_second_new_version_is_led_to_the_first(admin, every_kind):
    sent = [admin.post(url(every_kind, "-new-version"), follow=True) for _twice in range(2)]
    assert Instrument.objects.filter(code=every_kind.code).count() == 2
    assert "sudah punya versi draf" in sent[1].text


def test_without_a_published_instrument_no_visit_is_planned(plan):
    retire(Instrument.objects.published().get())
    with pytest.raises(Refused, match="Belum ada instrumen yang terbit"):
        plan()


# A published version is fixed, whoever writes


@pytest.mark.parametrize(
    "write",
    [
        lambda version: version.items.update(text="Lain"),
        lambda version: version.sections.update(weight=9),
        lambda version: version.items.first().delete(),
        lambda version: version.sections.create(title="Baru"),
        lambda version: ItemChoice.objects.filter(item__instrument=version).update(text="x"),
        lambda version: ItemChoice.objects.filter(item__instrument=version).delete(),
        lambda version: Instrument.objects.filter(pk=version.pk).update(name="Lain"),
        lambda version: Instrument.objects.filter(pk=version.pk).update(
            state="draf", published_at=None
        ),
        lambda version: Instrument.objects.filter(pk=version.pk).delete(),
    ],
)
def test_the_database_refuses_any_change_of_a_published_version(every_kind, write):
    before = blueprint_of(every_kind)
    with pytest.raises(IntegrityError), transaction.atomic():
        write(every_kind)
    assert blueprint_of(every_kind) == before


def test_an_item_is_not_moved_out_of_a_published_version(every_kind, draft):
    item = every_kind.items.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        InstrumentItem.objects.filter(pk=item.pk).update(
            instrument=draft, section=draft.sections.get()
        )


def test_an_item_lies_in_a_section_of_its_own_version(draft):
    other = make_version(Blueprint("lain", "Lain", sections=(SectionPlan("Bagian"),)))
    draft.items.update(section=other.sections.get())
    with pytest.raises(IntegrityError):
        connection.check_constraints()


def test_operations_refuse_what_is_published(every_kind):
    section = every_kind.sections.model(instrument=every_kind, title="Baru")
    with pytest.raises(Refused, match="Versi ini sudah terbit"):
        add_section(section)
    with pytest.raises(Refused, match="Versi ini sudah terbit"):
        delete_draft(every_kind)
    with pytest.raises(Refused, match="Versi ini sudah terbit"):
        publish(every_kind, version=every_kind.version)


# The editor


def test_a_version_is_written_by_forms(admin):
    admin.post(
        reverse("mentoring:instrument-add"),
        {"key": "8d7e3f42-5555-4000-8000-000000000001", "name": "Baru", "code": "baru"},
    )
    instrument = Instrument.objects.get(code="baru")
    admin.post(
        url(instrument, "-section-add"),
        {"key": "8d7e3f42-5555-4000-8000-000000000002", "title": "Satu", "weight": "2"},
    )
    section = instrument.sections.get()
    add = {"key": "8d7e3f42-5555-4000-8000-000000000003", "text": "Hadir?", "code": "hadir"}
    response = admin.post(
        url(section, "-item-add", ItemKind.ONE), add | {"choices": "ya\n\n tidak "}
    )
    item = instrument.items.get()
    assert response.url == f"{instrument.get_absolute_url()}#item-{item.pk}"
    assert [choice.text for choice in item.choices.all()] == ["ya", "tidak"]
    levels = {f"level_{n}": f"tingkat {n}" for n in range(1, 5)}
    rule = {"shown_if": item.pk, "shown_how": "sama", "shown_value": "ya"}
    fields = {"text": "Mutu", "code": "mutu", "weight": "1.5", "required": "on"} | levels | rule
    key = {"key": "8d7e3f42-5555-4000-8000-000000000004"}
    admin.post(url(section, "-item-add", ItemKind.RUBRIC), fields | key)
    rated = instrument.items.get(code="mutu")
    assert (rated.weight, rated.shown_if, rated.required) == (Decimal("1.5"), item, True)
    edit = fields | {"version": rated.version, "text": "Mutu kelas", "shown_value": ""}
    response = admin.post(url(rated, "-item-edit"), edit)
    assert response.status_code == 422
    assert "Isi butir, syarat, dan nilainya, atau kosongkan ketiganya." in response.text
    assert admin.post(url(rated, "-item-edit"), edit | rule).status_code == 302
    response = admin.post(url(rated, "-item-edit"), edit | rule | {"text": "Lama"})
    assert response.status_code == 409
    assert "Mutu kelas" in response.text
    again = add | {"key": "8d7e3f42-5555-4000-8000-000000000005"}
    response = admin.post(url(section, "-item-add", ItemKind.ONE), again)
    assert "Kode ini sudah dipakai butir lain." in response.text


def codes(instrument) -> list[str]:
    return [item.code for item in instrument.items.all()]


def test_parts_are_moved_by_buttons(admin, draft):
    second = add_section(draft.sections.model(instrument=draft, title="Dua"))
    first = draft.items.get(code="a")
    admin.post(url(first, "-item-move"), {"arah": "turun"})
    assert codes(draft) == ["b", "a", "c"]
    last = draft.items.get(code="c")
    admin.post(url(last, "-item-move"), {"arah": "turun"})
    assert [item.code for item in second.items.all()] == ["c"]
    admin.post(url(last, "-item-move"), {"arah": "turun"})
    assert codes(draft) == ["b", "a", "c"]
    admin.post(url(second, "-section-move"), {"arah": "naik"})
    assert codes(draft) == ["c", "b", "a"]
    admin.post(url(last, "-item-move"), {"arah": "turun"})
    assert codes(draft) == ["c", "b", "a"]
    assert not second.items.exists()
    page = admin.get(draft.get_absolute_url()).text
    assert "Naikkan Rubrik a" in page


def test_a_rule_outlives_the_item_that_decided(admin, draft):
    ruled = draft.items.get(code="b")
    InstrumentItem.objects.filter(pk=ruled.pk).update(
        shown_if=draft.items.get(code="a"), shown_how="minimal", shown_value="3"
    )
    admin.post(url(draft.items.get(code="a"), "-item-delete"))
    page = admin.get(draft.get_absolute_url()).text
    assert "Butir yang menentukan tampilnya “Rubrik b” tidak ada lagi." in page


def test_a_draft_and_its_section_are_deleted_after_asking(admin, draft):
    section = draft.sections.get()
    assert "Hapus “Bagian”?" in admin.get(url(section, "-section-delete")).text
    admin.post(url(section, "-section-delete"))
    assert not draft.items.exists()
    admin.post(url(draft, "-delete"))
    assert not Instrument.objects.filter(pk=draft.pk).exists()


def test_list_and_page_ask_as_often_for_many(admin, every_kind):
    counts = []
    for first in (0, 30):
        # More than one page both times: a list that fits its page is not counted.
        for n in range(first, first + 30):
            make_version(Blueprint(f"salinan-{n}", "Salinan", sections=EVERY_KIND.sections[:1]))
        with CaptureQueriesContext(connection) as queries:
            admin.get(reverse("mentoring:instruments"))
            admin.get(every_kind.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30
