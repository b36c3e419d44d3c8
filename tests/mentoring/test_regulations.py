"""Regulations: proposed, discussed, enacted, revoked, each step noted."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Activity, Regulation
from mentoring.operations.regulations import advance_regulation
from mentoring.queries.realisation import realisation_of
from portal.operations import Refused

DAY = timedelta(days=1)


def at(name: str, record) -> str:
    return reverse(f"mentoring:{name}", args=[record.pk])


def answers(**fields) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "kind": "perwali",
        "about": "Peningkatan mutu pendidikan",
        "on": (timezone.localdate() - 3 * DAY).isoformat(),
    } | fields


def test_a_regulation_goes_its_way_step_by_step(client_of, agreement, make_activity):
    activity = make_activity(form=Activity.Form.REGULATION, title="Menyusun Perwali", target=1)
    client, today = client_of("dinas"), timezone.localdate()
    file = SimpleUploadedFile("perwali.pdf", b"%PDF-1.7 isi %%EOF", "application/pdf")
    client.post(at("regulation-add", agreement), answers(activity=str(activity.pk), file=file))
    regulation = Regulation.objects.get()
    url = at("regulation-step", regulation)
    discussed = {"to": "pembahasan", "on": (today - 2 * DAY).isoformat()}
    client.post(url, discussed)
    assert "sekarang pembahasan" in client.post(url, discussed | {"number": "1"}).text
    enacted = {"to": "ditetapkan", "on": (today - 3 * DAY).isoformat(), "number": "12 Tahun 2026"}
    assert client.post(url, enacted | {"number": ""}).status_code == 422
    enacted["on"] = (today - 4 * DAY).isoformat()
    assert "mendahului langkah sebelumnya" in client.post(url, enacted).text
    assert realisation_of([activity.pk]).total(activity.pk) == 0
    enacted["on"] = (today - 2 * DAY).isoformat()
    client.post(url, enacted)
    revoked = {"to": "dicabut", "on": today.isoformat()}
    assert client.post(url, revoked).status_code == 422
    client.post(url, revoked | {"reason": "Diganti aturan baru"})
    regulation.refresh_from_db()
    assert (regulation.state, regulation.number) == ("dicabut", "12 Tahun 2026")
    assert [step.to_state for step in regulation.steps.all()] == Regulation.State.values
    assert realisation_of([activity.pk]).filed == {activity.pk: 1}
    page = client_of("pimpinan").get(regulation.get_absolute_url()).text
    assert "Diganti aturan baru" in page
    assert activity.get_absolute_url() in page
    assert regulation.get_absolute_url() in client.get(activity.get_absolute_url()).text
    assert (
        client.get(at("regulation-file", regulation)).headers["Content-Type"] == "application/pdf"
    )
    assert client.get(url).status_code == 302


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"on": "2999-01-01"}, "belum tiba"),
        ({"about": ""}, "belum diisi"),
        (
            {"file": SimpleUploadedFile("a.pdf", b"<script>alert(1)</script>")},
            "bukan PDF yang utuh",
        ),
    ],
)
def test_a_proposal_that_cannot_be_is_refused(client_of, agreement, fields, words):
    response = client_of("dinas").post(at("regulation-add", agreement), answers(**fields))
    assert response.status_code == 422
    assert words in response.text
    assert not Regulation.objects.exists()


def test_an_enacted_regulation_keeps_a_number_when_edited(client_of, agreement, make_activity):
    regulation = Regulation.objects.create(
        agreement=agreement, kind="se", about="Edaran", number="7", state="ditetapkan",
        enacted_on=timezone.localdate(),
    )  # fmt: skip
    client, url = client_of("dinas"), at("regulation-edit", regulation)
    data = {"version": "1", "kind": "se", "about": "Edaran mutu", "number": ""}
    assert client.post(url, data).status_code == 422
    wrong = data | {"number": "7", "activity": str(make_activity().pk)}
    assert client.post(url, wrong).status_code == 422
    assert client.post(url, data | {"number": "7"}).status_code == 302
    regulation.refresh_from_db()
    assert regulation.about == "Edaran mutu"
    with pytest.raises(Refused, match="sekarang ditetapkan"):
        advance_regulation(regulation, to="pembahasan", by=None, on=timezone.localdate())


def test_the_list_holds_the_scope_and_filters(client_of, agreement, make_agreement):
    for about, under in (("Sini saja", agreement), ("Luar", make_agreement(area="63.72"))):
        Regulation.objects.create(agreement=under, kind="se", about=about)
    client = client_of("dinas")
    text = client.get(reverse("mentoring:regulations")).text
    assert "Sini saja" in text
    assert "Luar" not in text
    assert "Sini saja" not in client.get(reverse("mentoring:regulations") + "?status=dicabut").text
