"""A list of schools with faults: uploaded, mended on screen, saved, and taken back."""

from datetime import date
from io import BytesIO

import xlsxwriter
from playwright.sync_api import expect

from schools.models import School
from tests.browser.conftest import PHONE

HEADER = ["No", "Nama Sekolah", "NPSN", "BP", "Status", "Kecamatan"]


def workbook(*rows) -> dict:
    """A workbook as people bring it, with a title above the table."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Data")
    for number, row in enumerate([["DAFTAR SEKOLAH"], [], HEADER, *rows]):
        sheet.write_row(number, 0, row)
    book.close()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "sekolah.xlsx", "mimeType": kind, "buffer": out.getvalue()}


def upload(page, file: dict) -> None:
    page.get_by_text("Tindakan lain").click()
    page.get_by_role("link", name="Impor berkas").click()
    page.get_by_role("link", name="Daftar sekolah").click()
    page.get_by_label("Berkas", exact=True).set_input_files(file)
    page.get_by_role("button", name="Unggah dan periksa").click()


def test_faults_are_mended_on_screen_saved_and_taken_back(visitor_of):
    admin = visitor_of("admin@contoh.id")
    page = admin.page
    known = School.objects.get(npsn="30304061")
    before = School.objects.count()
    admin.open("/sekolah/")
    upload(
        page,
        workbook(
            [1, "SDN SEBERANG MASJID 1", 30304061.0, "SD", "Negeri", "Banjarmasin Tengah"],
            [2, "SD CONTOH IMPOR", "3030499", "SD", "S", "Kec. Banjarmasin Utara"],
        ),
    )
    expect(page.get_by_role("heading", name="sekolah.xlsx")).to_be_visible()
    expect(page.get_by_text("Angka nol di depan mungkin hilang")).to_be_visible()
    assert School.objects.count() == before

    page.get_by_label("NPSN", exact=True).fill("03030499")
    page.get_by_role("button", name="Periksa lagi").click()
    page.get_by_role("button", name="Simpan 1 sekolah baru, 1 sekolah berubah").click()
    expect(page.get_by_text("Impor ini dapat dibatalkan")).to_be_visible()
    known.refresh_from_db()
    assert known.name == "SDN SEBERANG MASJID 1"
    assert School.objects.as_of(date(2020, 1, 1)).get(npsn=known.npsn).name.endswith("MESJID 1")
    assert School.objects.get(npsn="03030499").name == "SD CONTOH IMPOR"

    page.get_by_role("button", name="Batalkan impor").click()
    expect(page.get_by_text("Semuanya kembali seperti sebelumnya")).to_be_visible()
    assert School.objects.count() == before
    assert admin.complaints == []


def test_a_renamed_program_is_refused_beside_the_field_on_a_phone(visitor_of):
    admin = visitor_of("admin@contoh.id", viewport=PHONE)
    admin.open("/sekolah/")
    program = {"name": "sekolah.xlsx", "mimeType": "x/x", "buffer": b"MZ\x90\0" + b"\0" * 900}
    upload(admin.page, program)
    expect(admin.page.locator(".field-error, .invalid-feedback").first).to_contain_text(
        "bukan buku kerja"
    )
    assert admin.complaints == []


def test_unknown_headers_are_matched_by_hand(visitor_of):
    admin = visitor_of("admin@contoh.id")
    page = admin.page
    admin.open("/sekolah/")
    file = {
        "name": "a.csv",
        "mimeType": "text/csv",
        "buffer": b"Nomor;Nama Sekolah;Status\n30304061;X;N\n",
    }
    upload(page, file)
    page.get_by_role("combobox", name="NPSN").select_option(label="A: Nomor (30304061)")
    page.get_by_role("button", name="Baca dengan kolom ini").click()
    expect(page.get_by_text("Belum ada yang disimpan")).to_be_visible()
    assert admin.complaints == []


def test_what_is_typed_into_a_row_stays_while_another_is_saved(visitor_of):
    admin = visitor_of("admin@contoh.id", viewport=PHONE)
    page = admin.page
    admin.open("/sekolah/")
    rows = [[n, f"SD CONTOH {n}", f"303049{n}", "SD", "S", "Banjarmasin Utara"] for n in (1, 2)]
    upload(page, workbook(*rows))
    first, second = (page.locator(f"#baris-{number}").get_by_label("NPSN") for number in (4, 5))
    first.fill("30304901")
    second.fill("3030490")
    page.evaluate("""() => {
        document.querySelector("#baris-4 button[value=fix]").click();
        const field = document.querySelector("#baris-5 input.form-control");
        field.focus();
        field.value += "2";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    expect(page.get_by_text("Baris 4: Baru.")).to_be_visible()
    expect(second).to_have_value("30304902")
    expect(second).to_be_focused()
    page.locator("#baris-5").get_by_role("button", name="Periksa lagi").click()
    expect(page.get_by_role("button", name="Simpan 2 sekolah baru")).to_be_visible()
    kept = page.evaluate("Object.keys(sessionStorage)")
    assert [name for name in kept if name.startswith("impor:")] == []
    assert admin.complaints == []
