"""A form that makes a record, sent again: by a second click, and after the browser's Back."""

import uuid

import pytest

from portal.models import Submission
from schools.models import School

ADD = "/sekolah/tambah/"


@pytest.fixture
def sent() -> dict:
    """A complete new school, as a browser sends it."""
    return {
        "key": str(uuid.uuid4()),
        "csrfmiddlewaretoken": "a",
        "npsn": "30304998",
        "name": "SD NEGERI LAMA 1",
        "form": "SD",
        "status": "negeri",
        "district": "63.71.01",
    }


def test_the_same_content_is_a_replay_whatever_its_token(client_of, sent):
    client = client_of("dinas")
    client.post(ADD, sent)
    again = client.post(ADD, sent | {"csrfmiddlewaretoken": "b"}, follow=True)
    assert again.redirect_chain == [("/sekolah/30304998/", 302)]
    assert "Formulir ini sudah diproses sebelumnya." in again.text
    assert School.objects.count() == 1


def test_other_content_under_a_spent_key_is_kept_and_can_be_sent_again(client_of, sent):
    client = client_of("dinas")
    client.post(ADD, sent)
    other = sent | {"npsn": "30304999", "name": "SD NEGERI BARU 2"}
    response = client.post(ADD, other)
    form = response.context["form"]
    assert response.status_code == 422
    assert "berbeda dari catatan itu" in response.text
    typed = {name: form[name].value() for name in ("npsn", "name", "district")}
    assert typed == {"npsn": "30304999", "name": "SD NEGERI BARU 2", "district": "63.71.01"}
    assert School.objects.count() == 1
    response = client.post(ADD, other | {"key": form["key"].value()})
    assert response.url == "/sekolah/30304999/"
    assert School.objects.count() == Submission.objects.count() == 2


def test_other_content_that_is_not_valid_says_both(client_of, sent):
    client = client_of("dinas")
    client.post(ADD, sent)
    form = client.post(ADD, sent | {"name": "SD NEGERI LAMA 2"}).context["form"]
    assert form["name"].value() == "SD NEGERI LAMA 2"
    assert set(form.errors) == {"__all__", "npsn"}
    assert form["key"].value() != sent["key"]


def test_a_form_that_was_refused_spent_nothing(client_of, sent):
    client = client_of("dinas")
    client.post(ADD, sent | {"name": ""})
    assert client.post(ADD, sent).url == "/sekolah/30304998/"
