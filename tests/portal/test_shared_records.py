"""What all scopes share: a ministry's catalogue is read, a city's own lists are kept while unused."""

import pytest
from django.urls import reverse

from indicators.models import IndicatorSet
from mentoring.models import Instrument, VisitKind
from mentoring.operations.instruments import make_version
from mentoring.queries.blueprints import Blueprint
from schools.models import Programme


def page(record, name: str = "change") -> str:
    label = f"{record._meta.app_label}_{record._meta.model_name}"
    return reverse(f"admin:{label}_{name}", args=[record.pk])


def delete(client, record) -> int:
    return client.post(page(record, "delete"), {"post": "yes"}).status_code


@pytest.fixture
def used(world) -> list:
    """Records that are in use elsewhere, too."""
    visit = world.elsewhere.verified_visit
    programme = world.elsewhere.membership.programme
    return [visit.kind, visit.instrument, programme, IndicatorSet.objects.get(code="spm")]


def test_a_citys_admin_reads_the_catalogue(world, clients):
    admin, indicator = clients["admin"], world.indicator
    before = indicator.label_green
    answer = admin.get(page(indicator))
    assert answer.status_code == 200
    assert not answer.context["adminform"].form.fields
    assert admin.post(page(indicator), {"label_green": "Hebat"}).status_code == 403
    assert admin.get(reverse("admin:indicators_indicator_add")).status_code == 403
    indicator.refresh_from_db()
    assert indicator.label_green == before


def test_the_nations_admin_keeps_the_catalogue_and_the_areas(world, nation_client):
    form = nation_client.get(page(world.indicator)).context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields} | {"label_green": "Hebat"}
    assert nation_client.post(page(world.indicator), sent).status_code == 302
    world.indicator.refresh_from_db()
    assert world.indicator.label_green == "Hebat"
    assert delete(nation_client, world.indicator) == 403
    area = {"code": "63.71.09", "name": "Baru", "level": "district", "parent": "63.71"}
    assert nation_client.post(reverse("admin:portal_area_add"), area).status_code == 302
    other = page(world.elsewhere.area)
    assert nation_client.post(other, {"name": "Palangkaraya"}).status_code == 302


def test_a_citys_admin_keeps_kinds_instruments_programmes_and_sets(clients, used):
    published = next(record for record in used if isinstance(record, Instrument))
    draft = make_version(Blueprint("draf-baru", "Draf baru"))
    for record in {*used, draft} - {published}:
        form = clients["admin"].get(page(record)).context["adminform"].form
        assert "name" in form.fields
    form = clients["admin"].get(page(published)).context["adminform"].form
    assert set(form.fields) == {"version"}  # a published version is fixed
    new = {"name": "Kunjungan baru", "order": 99, "active": "on"}
    assert clients["admin"].post(reverse("admin:mentoring_visitkind_add"), new).status_code == 302
    assert VisitKind.objects.filter(name="Kunjungan baru").exists()


def test_what_is_in_use_anywhere_is_not_deleted(clients, nation_client, used):
    for record in used:
        assert delete(clients["admin"], record) == 403
        assert delete(nation_client, record) == 403
        assert type(record).objects.filter(pk=record.pk).exists()


def test_what_nobody_uses_can_be_deleted(clients):
    for record in (
        VisitKind.objects.create(name="Salah ketik", order=99),
        Instrument.objects.create(name="Salah ketik", code="salah-ketik"),
        Programme.objects.create(name="Salah ketik", code="salah"),
        IndicatorSet.objects.create(name="Salah ketik", code="salah"),
    ):
        assert delete(clients["admin"], record) == 302
        assert not type(record).objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize("model", [VisitKind, Instrument, Programme, IndicatorSet])
def test_many_are_not_deleted_at_once(world, clients, model):
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [model.objects.first().pk]}
    answer = clients["admin"].post(url, chosen, follow=True)
    assert world.elsewhere.school.name not in answer.text
    assert "delete_selected" not in answer.text
