"""Numbers without gaps under concurrency, and the rendering of papers from data."""

import threading
from datetime import UTC, date, datetime

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from portal.documents.models import Counter, NumberSeries, check_format
from portal.documents.numbering import take_number, written
from portal.documents.rendering import Unprintable, qr_code, render, template_version

CODE, DAY = "surat-tugas", date(2001, 11, 2)
DATA = {
    "title": "Daftar Hadir",
    "letterhead": ["Dinas", "BPMP"],
    "number": "",
    "issued_on": "",
    "check": "",
    "facts": [["Kegiatan", "#panic()"]],
    "rows": [["Siti", "", "", ""]],
    "closing": "Selesai.",
    "place_and_date": "2 November 2026",
    "signatures": [{"role": "Penyelenggara", "name": "", "nip": ""}],
}
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
LIST = "mentoring/papers/attendance.typ"


class GiveUp(Exception):
    pass


def in_thread(work) -> threading.Thread:
    """Work in a transaction and a connection of its own, as another process would."""

    def run():
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.django_db
def test_numbers_are_unique_and_without_gaps_whoever_takes_them_together():
    taken = []

    def take_five() -> None:
        for attempt in range(5):
            try:
                with transaction.atomic():
                    number = take_number(CODE, DAY)
                    if attempt == 2:
                        raise GiveUp
            except GiveUp:
                continue
            taken.append(number.sequence)

    def clean_up() -> None:
        Counter.objects.filter(series=CODE, year=DAY.year).delete()

    try:
        for thread in [in_thread(take_five) for _worker in range(4)]:
            thread.join()
    finally:
        in_thread(clean_up).join()
    assert sorted(taken) == list(range(1, 17))


@pytest.mark.django_db
def test_each_series_and_year_begins_with_one():
    numbers = [take_number(CODE, DAY), take_number(CODE, DAY), take_number("berita-acara", DAY)]
    numbers.append(take_number(CODE, date(2002, 1, 1)))
    assert [n.sequence for n in numbers] == [1, 2, 1, 1]
    assert numbers[1].text == "0002/ST-PDP/XI/2001"
    with pytest.raises(NumberSeries.DoesNotExist):
        take_number("tidak-ada", DAY)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("{nomor}/{tahun}", "7/2001"),
        ("{nomor:3}/B7.13/{bulan}/{tahun}", "007/B7.13/XI/2001"),
        ("{nomor:04}-{tahun}", "0007-2001"),
    ],
)
def test_a_number_is_written_as_its_series_says(format, text):
    check_format(format)
    assert written(format, 7, DAY) == text


@pytest.mark.parametrize(
    "format", ["BA/{tahun}", "{nomor}", "{nomor}{tahun}{x}", "{nomor.__class__}{nomor}{tahun}"]
)
def test_a_series_that_would_write_two_papers_alike_is_refused(format):
    with pytest.raises(ValidationError):
        check_format(format)


def test_the_same_data_gives_the_same_bytes():
    first, second = (render(LIST, DATA, made_at=NOON) for _time in range(2))
    assert first == second
    text = pypdfium2.PdfDocument(first)[0].get_textpage().get_text_range()
    assert "#panic()" in text


def test_what_cannot_be_printed_says_so():
    with pytest.raises(Unprintable):
        render(LIST, {key: value for key, value in DATA.items() if key != "facts"})


def test_the_version_follows_the_template():
    assert template_version(LIST) != template_version("mentoring/papers/recap.typ")


def test_a_qr_code_is_an_image():
    assert qr_code("https://contoh.go.id/p/abc/").startswith(b"<?xml")
