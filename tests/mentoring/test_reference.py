"""The reference data of the cooperation is loaded once and never puts back what an admin changed."""

import pytest

from mentoring import reference
from mentoring.models import Instrument, InstrumentItem, VisitKind
from mentoring.operations.instruments import retire
from mentoring.reference import INSTRUMENT, load_instrument, load_visit_kinds

pytestmark = pytest.mark.django_db


def test_loading_again_writes_nothing():
    assert load_visit_kinds() == 0
    assert load_instrument() == 0


def test_a_kind_that_never_stood_there_is_added_and_counted(monkeypatch):
    monkeypatch.setattr(reference, "VISIT_KINDS", (*reference.VISIT_KINDS, "Kunci", "Temu wicara"))
    before = VisitKind.objects.count()
    assert load_visit_kinds() == 2
    assert VisitKind.objects.count() == before + 2
    assert VisitKind.objects.filter(name="Temu wicara", active=True).exists()


def test_a_renamed_kind_does_not_come_back():
    VisitKind.objects.filter(name="Refleksi").update(name="Refleksi bulanan")
    assert load_visit_kinds() == 0
    assert not VisitKind.objects.filter(name="Refleksi").exists()


def test_the_rubric_is_active_and_each_item_has_four_different_levels():
    rubric = Instrument.objects.published().get()
    assert rubric.name == INSTRUMENT
    items = InstrumentItem.objects.filter(instrument=rubric)
    assert [item.order for item in items] == [1, 2, 3, 4, 5]
    for item in items:
        texts = [text for _score, text in item.levels]
        assert len(set(texts)) == 4
        assert all(texts)


def test_a_retired_rubric_stays_retired():
    retire(Instrument.objects.published().get())
    assert load_instrument() == 0
    assert not Instrument.objects.published().exists()
