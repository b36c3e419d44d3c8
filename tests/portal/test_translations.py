"""What libraries say is said in Indonesian."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.management import call_command
from django.utils.translation import gettext, ngettext

PO = Path(settings.LOCALE_PATHS[0]) / "id" / "LC_MESSAGES" / "django.po"
ENTRIES = polib.pofile(str(PO))


def test_the_compiled_file_is_that_of_the_source():
    """Fails after a change of the .po: run `manage.py compile_locale`."""
    compiled = polib.mofile(str(PO.with_suffix(".mo")))
    assert {(e.msgid, e.msgstr) for e in compiled} == {(e.msgid, e.msgstr) for e in ENTRIES}


def test_compiling_makes_what_django_reads(tmp_path, settings):
    folder = tmp_path / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO.read_text())
    settings.LOCALE_PATHS = [tmp_path]
    call_command("compile_locale")
    assert [path.name for path in folder.iterdir() if path.suffix == ".mo"] == ["django.mo"]
    assert len(polib.mofile(str(folder / "django.mo"))) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.msgid[:40])
def test_our_translation_is_used_and_keeps_its_placeholders(entry):
    placeholder = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
    if entry.msgid_plural:
        said = ngettext(entry.msgid, entry.msgid_plural, 2)
        assert said == entry.msgstr_plural[0]
        assert set(placeholder.findall(said)) == set(placeholder.findall(entry.msgid_plural))
    else:
        assert gettext(entry.msgid) == entry.msgstr
        assert set(placeholder.findall(entry.msgstr)) == set(placeholder.findall(entry.msgid))


@pytest.mark.parametrize(
    "message",
    [
        "This field is required.",
        "Enter a valid date.",
        "Enter a whole number.",
        "Enter a number.",
        "Enter a valid email address.",
        "Select a valid choice. That choice is not one of the available choices.",
        "Upload a valid image. The file you uploaded was either not an image or a corrupted image.",
        "The submitted file is empty.",
        "%(model_name)s with this %(field_label)s already exists.",
        "Select a lookup.",
        "Range query expects two values.",
        "This account is currently inactive.",
        "Incorrect code.",
        "Save and continue editing",
        "Select %s to change",
        "Breadcrumbs",
        "Security key added.",
        "Filter",
    ],
)
def test_messages_that_people_meet_are_not_english(message):
    same_in_both = {"Filter"}
    assert (gettext(message) != message) is (message not in same_in_both)


def test_rules_for_passwords_are_indonesian():
    assert password_validators_help_texts() == [
        "Jangan mirip nama atau surel Anda.",
        "Paling sedikit 10 karakter.",
        "Jangan kata sandi yang umum dipakai orang.",
    ]


ENGLISH = re.compile(
    r"\b(the|your|you|please|password|email|enter|required|sign in|sign out|submit|this field|"
    r"select|invalid|save|delete|search|home|add|change|history|welcome|log out|name:)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "url",
    [
        "/akun/masuk/",
        "/akun/kata-sandi/",
        "/akun/kata-sandi/lupa/",
        "/akun/keluar/",
        "/akun/konfirmasi/",
        "/akun/dua-langkah/",
        "/akun/dua-langkah/aplikasi/pasang/",
        "/akun/dua-langkah/kunci/",
        "/akun/dua-langkah/kunci/tambah/",
        "/administrasi/",
        "/administrasi/portal/user/",
        "/administrasi/portal/user/add/",
        "/administrasi/portal/area/63.71/change/",
        "/administrasi/portal/area/63.71/history/",
        "/tiada/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_english_word_stands_on_a_page(client, make_person, url, method):
    if not url.startswith(("/akun/masuk/", "/akun/kata-sandi/lupa/")):
        person = make_person("admin")
        person.set_password("sungai-barito-1826")
        person.save()
        client.force_login(person)
        client.post("/akun/konfirmasi/", {"password": "sungai-barito-1826"})
    page = getattr(client, method)(url).content.decode()
    text = re.sub(r"<(script|svg|title).*?</\1>|<[^>]+>|&\w+;|[\w.]+@[\w.]+", " ", page, flags=re.S)
    assert ENGLISH.findall(text) == []
