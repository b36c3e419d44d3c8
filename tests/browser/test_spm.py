"""From a workbook of figures to the SPM page, and to the computation as it is printed."""

from io import BytesIO

import pypdfium2
from playwright.sync_api import expect

from indicators.models import Measurement
from tests.browser.conftest import DESK
from tests.indicators.workbooks import wide_sheet

NPSN = "30304061"


def test_from_a_workbook_to_the_printed_computation(visitor_of):
    dinas = visitor_of("dinas@contoh.id")
    page = dinas.page
    page.set_viewport_size(DESK)
    dinas.open("/indikator/")
    page.get_by_role("link", name="Impor capaian dari berkas").click()
    file = wide_sheet(["NPSN", "A.1 Kemampuan literasi", "A.2 Kemampuan numerasi"], [
        [NPSN, "63,25", "1.234"]
    ])  # fmt: skip
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    sent = {"name": "literasi.xlsx", "mimeType": kind, "buffer": file.read()}
    page.get_by_label("Berkas", exact=True).set_input_files(sent)
    page.get_by_role("button", name="Unggah dan periksa").click()
    expect(page.get_by_text("C4, 30304061, Kemampuan numerasi, 2025")).to_be_visible()
    page.get_by_label("Nilai", exact=True).fill("51,5")
    page.get_by_role("button", name="Periksa lagi").click()
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Tersimpan").first).to_be_visible()
    assert Measurement.objects.filter(school__npsn=NPSN, source="literasi.xlsx").count() == 0
    changed = Measurement.objects.filter(school__npsn=NPSN, reason="Impor literasi.xlsx")
    assert sorted(str(one.value) for one in changed) == ["51.5000", "63.2500"]
    dinas.open(f"/indikator/sekolah/{NPSN}/?tahun=2025")
    expect(page.get_by_text("63,25%").first).to_be_visible()

    page.get_by_role("link", name="Capaian Kota Banjarmasin").click()
    page.get_by_role("link", name="Indeks Pencapaian SPM").click()
    expect(page.get_by_role("heading", name="Indeks Pencapaian SPM")).to_be_visible()
    index = page.locator("table").first.get_by_role("row", name="Kota Banjarmasin")
    shown = index.locator("strong").last.inner_text()
    page.get_by_role("link", name="Tunjukkan perhitungan").click()
    expect(page.get_by_text("0,80 ×").first).to_be_visible()
    assert shown.rstrip("…") in page.locator("#kota").inner_text()
    page.emulate_media(media="print")
    printed = pypdfium2.PdfDocument(page.pdf())
    words = "".join(one.get_textpage().get_text_range() for one in printed)
    assert shown.rstrip("…") in words
    page.emulate_media(media="screen")
    with page.expect_download() as waiting:
        page.evaluate(
            "href => { const a = document.createElement('a'); a.href = href; a.download = ''; a.click() }",
            page.get_by_role("link", name="PDF").get_attribute("href"),
        )
    paper = pypdfium2.PdfDocument(BytesIO(waiting.value.path().read_bytes()))
    text = "".join(one.get_textpage().get_text_range() for one in paper)
    assert shown.rstrip("…") in text
