"""Pages hold nothing that the strict Content-Security-Policy would block."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from portal.models import Area


class Inline(HTMLParser):
    """Collects scripts, styles and handlers that stand in the page itself."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        data_only = attributes.get("type") == "application/json"
        if tag == "style" or (tag == "script" and "src" not in attributes and not data_only):
            self.found.append(tag)
        self.found += [name for name in attributes if name == "style" or name.startswith("on")]
        for name in ("src", "href"):
            address = attributes.get(name) or ""
            if address.startswith(("http:", "https:", "//", "javascript:")):
                self.found.append(address)


def inline_in(response) -> list[str]:
    assert response.status_code == 200
    return Inline(response.content.decode()).found


def test_the_collector_sees_what_the_policy_blocks():
    page = '<p style="x" onclick="y"><script>1</script><style></style><a href="//cdn.example">'
    assert Inline(page).found == ["style", "onclick", "script", "style", "//cdn.example"]


@pytest.mark.parametrize(
    "name", ["account_login", "account_reset_password", "account_signup", "account_inactive"]
)
def test_entrance_pages(db, name):
    assert inline_in(Client().get(reverse(name))) == []


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password",
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_list_webauthn",
    ],
)
def test_account_pages(client_of, name):
    client = client_of("dinas")
    client.person.set_password("sungai-barito-1826")
    client.person.save()
    client.force_login(client.person)
    assert inline_in(client.get(reverse(name))) == []


@pytest.mark.parametrize("page", ["changelist", "add", "change", "history"])
@pytest.mark.parametrize("model", ["user", "area"])
def test_admin_pages(client_of, model, page):
    client = client_of("admin", area="63.71") if (model, page) != ("area", "add") else None
    if client is None:
        client = client_of("admin", area="63.71")
        type(client.person).objects.update(area=None)
    pk = client.person.pk if model == "user" else Area.objects.get(pk="63.71.01").pk
    args = [pk] if page in ("change", "history") else []
    assert inline_in(client.get(reverse(f"admin:portal_{model}_{page}", args=args))) == []
    assert inline_in(client.get(reverse("admin:index"))) == []
