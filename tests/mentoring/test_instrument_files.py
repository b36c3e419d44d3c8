"""An instrument as JSON and as a workbook: written and read back equal, faults told with their place."""

import json
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.imports.instrument_files import as_json, as_workbook, read
from mentoring.imports.instruments import Faulty
from mentoring.models import Instrument, ItemKind, ShownHow
from mentoring.operations.instruments import make_version
from mentoring.queries.blueprints import Blueprint, ItemPlan, SectionPlan, blueprint_of
from tests.mentoring.fixtures_instruments import EVERY_KIND

WAYS = pytest.mark.parametrize("write", [as_json, as_workbook])
letters = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="￾￿")


def text(longest: int, least: int = 0) -> st.SearchStrategy[str]:
    words = st.text(letters, min_size=least, max_size=min(longest, 12)).map(str.strip)
    tricky = st.sampled_from(["=1+1", "_x000D_", "007", "TRUE", "2026-01-01", "1.234", "'a", "1e5"])
    return (words | tricky).filter(lambda found: len(found) >= least)


def lines(most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(text(120, 1), max_size=most).map(tuple)


def numbers(digits: int, places: int) -> st.SearchStrategy[Decimal]:
    largest = Decimal(10) ** (digits - places) - 1
    return st.decimals(-largest, largest, places=places, allow_nan=False, allow_infinity=False)


weights = st.decimals(0, 999, places=2)


@st.composite
def items(draw, code: str, codes: list[str]) -> ItemPlan:
    kind = draw(st.sampled_from(ItemKind.values))
    low, high = sorted(draw(st.tuples(numbers(14, 4), numbers(14, 4))))
    own = {}
    if kind == ItemKind.RUBRIC:
        own["levels"] = draw(st.tuples(*[text(250)] * 4))
    elif kind == ItemKind.NUMBER:
        own = {
            "minimum": draw(st.sampled_from([None, low])),
            "maximum": draw(st.sampled_from([None, high])),
            "unit": draw(text(20)),
        }
    elif kind in (ItemKind.ONE, ItemKind.MANY):
        own["choices"] = draw(lines(4))
    others = [other for other in codes if other != code]
    if draw(st.booleans()):
        own |= {
            "shown_if": draw(st.sampled_from(["", *others])),
            "shown_how": draw(st.sampled_from(ShownHow.values)),
            "shown_value": "\n".join(draw(lines(3))),
        }
    return ItemPlan(
        code=code,
        kind=kind,
        text=draw(text(250, 1)),
        help=draw(text(500)),
        required=draw(st.booleans()),
        weight=draw(weights),
        **own,
    )


@st.composite
def blueprints(draw) -> Blueprint:
    sizes = draw(st.lists(st.integers(0, 3), max_size=3))
    codes = [f"b{n}" for n in range(sum(sizes))]
    left = iter(codes)
    return Blueprint(
        code=draw(st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)),
        name=draw(text(120, 1)),
        description="\n".join(draw(lines(3))),
        sections=tuple(
            SectionPlan(
                draw(text(120, 1)),
                draw(weights),
                tuple(draw(items(next(left), codes)) for _n in range(size)),
            )
            for size in sizes
        ),
    )


@WAYS
@settings(max_examples=60)
@given(plan=blueprints())
def test_what_is_written_is_read_back_equal(write, plan):
    assert read(write(plan)) == plan


@WAYS
def test_a_version_goes_out_and_comes_in_as_the_next_draft(write, client_of, every_kind):
    admin, kind = client_of("admin"), "json" if write is as_json else "xlsx"
    answer = admin.get(reverse("mentoring:instrument-export", args=[every_kind.pk, kind]))
    assert f"instrumen-segala-jenis-1.{kind}" in answer["Content-Disposition"]
    response = send(admin, answer.content, f"x.{kind}")
    taken_in = Instrument.objects.get(number=2)
    assert response.url == taken_in.get_absolute_url()
    assert (taken_in.state, blueprint_of(taken_in)) == (Instrument.State.DRAFT, EVERY_KIND)
    refused = send(admin, answer.content, f"x.{kind}")
    assert refused.status_code == 422
    assert "sudah punya versi draf" in refused.text
    nothing = reverse("mentoring:instrument-export", args=[every_kind.pk, "pdf"])
    assert admin.get(nothing).status_code == 404


def send(client, content: bytes, name: str):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("mentoring:instrument-import"), {"key": uuid4(), "file": file})


def book(about: list, sections: list, items: list, *, titles: str = "", extra: str = "") -> bytes:
    """A workbook with these rows below the usual titles."""
    out = BytesIO()
    file = xlsxwriter.Workbook(out)
    usual = (
        "Bagian,Kode,Jenis,Butir,Bantuan,Wajib,Bobot,Tingkat 1,Tingkat 2,Tingkat 3,Tingkat 4,"
        "Angka terkecil,Angka terbesar,Satuan,Pilihan,Tampil menurut,Tampil bila,Nilai"
    )
    for name, header, rows in (
        ("Instrumen", "", about),
        ("Bagian", "Judul,Bobot", sections),
        ("Butir", titles or usual, items),
    ):
        sheet = file.add_worksheet(name)
        grid = [header.split(","), *rows] if header else rows
        for number, row in enumerate(grid):
            sheet.write_row(number, 0, row)
        if extra and name == "Butir":
            sheet.write(0, 18, extra)
    file.close()
    return out.getvalue()


ABOUT = [["Kode", "uji"], ["Nama", "Uji"]]


def faults_of(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(Faulty) as caught:
        read(content)
    return [(fault.where, fault.sentence) for fault in caught.value.faults]


def test_every_fault_of_a_workbook_is_told_with_its_cell():
    rows = [
        [1, "a", "rubrik", "Satu", "", "mungkin", -1, "x"],
        [1, "a", "angka", "Dua", "", "", "banyak", "x"],
        [2, "c", "foto", "Tiga"],
        [1, "D!", "gambar", "", "", "", "", "", "", "", "", 5, 3],
        [1, "e", "angka", "Lima", *[""] * 7, 5, 3, "", "", "tiada", "sama", "1"],
    ]
    assert faults_of(book(ABOUT, [["Bagian", 1]], rows)) == [
        ("Butir A4", "Tulis nomor bagian, 1 sampai 1.")
    ]
    rows[2][0] = 1
    assert faults_of(book([["Kode", "uji"]], [["Bagian", 1]], rows)) == [
        ("Butir F2", "Tulis ya atau tidak."),
        ("Butir G2", "Bobot tidak boleh kurang dari 0."),
        ("Butir H3", "Kosongkan: butir jenis angka tidak memilikinya."),
        ("Butir G3", "Tulis angka dengan paling banyak 2 angka di belakang koma."),
        (
            "Butir C5",
            "Tulis salah satu dari: rubrik, angka, ya_tidak, satu_pilihan, banyak_pilihan, "
            "teks, foto.",
        ),
        ("Butir M5", "Angka terbesar lebih kecil dari angka terkecil."),
        (
            "Butir B5",
            "Kode memakai huruf kecil, angka, dan tanda hubung, misalnya: kepemimpinan-1.",
        ),
        ("Butir D5", "Ini belum diisi."),
        ("Butir M6", "Angka terbesar lebih kecil dari angka terkecil."),
        ("Instrumen B1", "Ini belum diisi."),
        ("Butir B3", "Kode “a” sudah dipakai butir di atasnya."),
        ("Butir P6", "Tidak ada butir dengan kode “tiada”."),
    ]


def test_columns_that_are_missing_or_unknown_are_told():
    assert faults_of(book(ABOUT, [], [], titles="Bagian,Kode", extra="Warna"))[-1] == (
        "Butir S1",
        "Judul kolom ini tidak dikenal. Periksa ejaannya.",
    )
    assert ("Lembar Butir", "Kolom “Jenis” tidak ada pada baris 1.") in faults_of(
        book(ABOUT, [], [], titles="Bagian,Kode")
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"bukan json", ("Berkas", "JSON tidak terbaca pada baris 1. Periksa tanda bacanya.")),
        (b"\xff\xfe\xfa", ("Berkas", "Berkas ini bukan JSON dan bukan buku kerja .xlsx.")),
        (
            b"PK\x03\x04 rusak",
            ("Berkas", "Buku kerja ini rusak atau bukan .xlsx. Simpan ulang sebagai .xlsx."),
        ),
        (
            b"[1]",
            ("Berkas", "Berkas ini bukan instrumen: tulis “format”: “mitra-mutu/instrumen/1”."),
        ),
        (
            b"0" * (2 * 1024 * 1024 + 1),
            ("Berkas", "Berkas ini lebih dari 2 MB. Sebuah instrumen jauh lebih kecil."),
        ),
    ],
)
def test_a_file_that_is_no_instrument_says_so(content, fault):
    assert faults_of(content) == [fault]


def test_faults_of_json_name_their_place():
    told = json.loads(as_json(EVERY_KIND))
    told["bagian"][0]["butir"][2]["angka_terkecil"] = [1]
    told["bagian"][0]["butir"][0]["tingkat_1"] = "a\nb"
    assert faults_of(json.dumps(told).encode()) == [
        ("bagian[1].butir[1].tingkat_1", "Tulis dalam satu baris."),
        (
            "bagian[1].butir[3].angka_terkecil",
            "Tulis angka dengan paling banyak 4 angka di belakang koma.",
        ),
    ]
    told["bagian"][1] = "x"
    told["warna"] = "hijau"
    assert faults_of(json.dumps(told).encode()) == [
        ("warna", "Nama ini tidak dikenal. Periksa ejaannya."),
        ("bagian[2]", "Tulis objek { … } di sini."),
    ]


def test_a_file_with_faults_writes_nothing_and_shows_them(client_of):
    before = Instrument.objects.count()
    response = send(client_of("admin"), book(ABOUT, [["", ""], ["Isi", "x"]], []), "salah.xlsx")
    assert response.status_code == 422
    assert "Bagian B3" in response.text
    assert Instrument.objects.count() == before


def test_an_unfinished_draft_goes_through_a_file(db):
    unfinished = Blueprint("uji", "Uji", sections=(SectionPlan("Kosong"),))
    instrument = make_version(unfinished)
    assert read(as_workbook(blueprint_of(instrument))) == unfinished
