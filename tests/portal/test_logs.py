"""What the log says of a request, and what it keeps to itself."""

import json
import logging

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from portal.logs import JsonFormatter, RequestFilter


@pytest.fixture
def lines():
    """Every line that the log writes during the test, as the console would show it."""
    written = []

    class Keep(logging.Handler):
        def emit(self, record):
            written.append(self.format(record))

    handler = Keep()
    handler.addFilter(RequestFilter())
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_a_line_names_the_request_and_the_user(lines, client_of):
    client = client_of("dinas")
    client.handler.enforce_csrf_checks = True
    response = client.post(reverse("mentoring:visit-plan"))
    line = json.loads(lines[-1])
    assert (line["level"], line["logger"]) == ("WARNING", "django.security.csrf")
    assert line["request"] == response["X-Request-ID"]
    assert line["user"] == client.person.pk


def test_a_request_is_not_logged_under_the_name_of_the_one_before(lines, client_of):
    client = client_of("dinas")
    earlier = client.get(reverse("home"))
    response = Client().get("/", headers={"host": "jahat.example"})
    line = json.loads(lines[-1])
    assert response.status_code == 400
    assert line["request"] == response["X-Request-ID"] != earlier["X-Request-ID"]
    assert line["user"] is None


def test_the_servers_lines_leave_out_what_was_searched_for(lines):
    logging.getLogger("django.server").info('"%s" %s %s', "GET /cari/?q=noor HTTP/1.1", 200, 9)
    assert json.loads(lines[-1])["message"] == '"GET /cari/ HTTP/1.1" 200 9'


def test_failed_sign_in_leaves_no_address_and_no_password(lines, make_person):
    make_person("dinas", email="noor@contoh.id")
    client = Client()
    for _attempt in range(7):
        client.post(
            reverse("account_login"), {"login": "noor@contoh.id", "password": "rahasia-sekali-1"}
        )
    client.post(reverse("account_reset_password"), {"email": "noor@contoh.id"})
    assert "noor" not in "".join(lines)
    assert "rahasia" not in "".join(lines)


def test_a_fault_of_the_database_is_logged_without_the_row(lines, make_person):
    person = make_person("dinas", email="noor@contoh.id")
    try:
        with transaction.atomic():
            make_person("dinas", email=person.email)
    except IntegrityError:
        logging.getLogger("portal").exception("broken")
    line = json.loads(lines[-1])
    assert "duplicate key value" in line["traceback"]
    assert "noor" not in line["traceback"]
