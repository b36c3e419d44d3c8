"""The position of the facilitator's device: kept when given, shown as a distance, never demanded."""

import pytest
from django.urls import reverse

from mentoring.models import PlaceProof
from schools.models import School

HERE = {"latitude": "-3.3194000", "longitude": "114.5900000", "accuracy": "18"}


@pytest.fixture
def client(client_of, facilitator):
    return client_of(facilitator)


def send(client, visit, **position):
    return client.post(reverse("mentoring:visit-place", args=[visit.pk]), position, follow=True)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ({"latitude": "-3.3302000", "longitude": "114.5900000"}, "1,2 km dari titik sekolah"),
        ({"latitude": "-3.3204000", "longitude": "114.5900000"}, "111 m dari titik sekolah"),
        ({"latitude": "2.0000000", "longitude": "96.0000000"}, "km dari titik sekolah"),
        ({"latitude": None, "longitude": None}, "titik sekolah belum tercatat"),
    ],
    ids=["across town", "at the gate", "on another island", "unknown"],
)
def test_a_position_is_kept_however_far_it_is(client, client_of, plan, own_school, place, told):
    School.objects.filter(pk=own_school.pk).update(**place)
    visit = plan()
    page = send(client, visit, **HERE).text
    assert "Posisi dicatat: " in page
    assert told in page
    proof = PlaceProof.objects.get()
    assert (str(proof.latitude), proof.accuracy) == ("-3.3194000", 18)
    seen = client_of("dinas").get(visit.get_absolute_url()).text
    assert told.lower() in seen.lower()
    assert "ketelitian 18 m" in seen
    assert "3.3194" not in seen
    assert visit.version == type(visit).objects.get(pk=visit.pk).version


def test_taking_it_again_replaces_it_and_leaves_its_trace(client, plan):
    visit = plan()
    send(client, visit, **HERE)
    send(client, visit, **HERE | {"accuracy": "5"})
    assert PlaceProof.objects.get().accuracy == 5
    assert PlaceProof.pgh_event_model.objects.count() == 2


@pytest.mark.parametrize(
    "change",
    [{"latitude": ""}, {"latitude": "91"}, {"longitude": "barat"}, {"accuracy": "-1"}],
    ids=lambda change: "".join(change),
)
def test_without_a_position_the_visit_goes_on(client, plan, change):
    page = send(client, plan(), **HERE | change).text
    assert "Peramban belum memberi posisi." in page
    assert not PlaceProof.objects.exists()


def test_only_the_own_open_visit_takes_a_position(client, client_of, submitted_visit):
    assert "posisinya tidak dicatat lagi" in send(client, submitted_visit, **HERE).text
    assert send(client_of("fasilitator"), submitted_visit, **HERE).status_code == 403
    assert send(client_of("dinas"), submitted_visit, **HERE).status_code == 403
    assert not PlaceProof.objects.exists()
    assert "data-place" not in client.get(submitted_visit.get_absolute_url()).text
