"""The whole cooperation through its pages: from the signed paper to the report that both sides approve,

and back again, from a clause to what its visit brought and from there up to the paper.
"""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from schools.models import School
from tests.browser.conftest import PHONE
from tests.browser.visiting import FINDING, LITERACY, add_photos, record, section, submit

DAY = timezone.localdate() - timedelta(days=1)  # of the visit
STARTS, ENDS = DAY - timedelta(days=60), DAY + timedelta(days=700)
TITLE = "Kerja sama literasi sekolah sungai"
CLAUSE = "Pendampingan literasi di sekolah tepi sungai"
ACTIVITY = "Mendampingi pojok baca"
FACILITATOR, EMAIL = "M. Arsyad", "fasilitator2@contoh.id"
AGREED = "Menyusun jadwal membaca bersama"
RESULT = "Jadwal terpasang di enam kelas"


def go(page: Page, *links: str) -> None:
    """Follow links of the page's content by their words, one after another."""
    for words in links:
        page.get_by_role("main").get_by_role("link", name=words).first.click()
        page.wait_for_load_state()


def place(page: Page, name: str) -> None:
    """Go to a place of the portal by its navigation on a desk."""
    page.get_by_role("navigation", name="Bagian portal").get_by_role("link", name=name).click()


def open_from_start(page: Page, number: str) -> None:
    """Open a visit from what waits on the start page."""
    waiting = page.get_by_role("main").get_by_role("listitem").filter(has_text=number)
    waiting.get_by_role("link").first.click()
    expect(page.locator(".lead-line")).to_contain_text(number)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def field(page: Page, label: str):
    """A field by its label, which may say that it is optional."""
    return page.get_by_label(re.compile(rf"^\s*{re.escape(label)}( \(opsional\))?\s*$"))


def fill(page: Page, **values: str) -> None:
    """Fill fields by their labels (`_` stands for a space)."""
    for label, value in values.items():
        field(page, label.replace("_", " ")).fill(value)


def sign_agreement(page: Page) -> None:
    """The dinas records the paper that both sides signed, with one clause."""
    place(page, "Kerja sama")
    go(page, "Catat naskah")
    field(page, "Jenis").select_option(label="Perjanjian Kerja Sama")
    field(page, "Keputusan").select_option(label="berlaku")
    fill(page, Judul=TITLE, Mulai_berlaku=str(STARTS), Berakhir=str(ENDS))
    fill(page, Nomor_pihak_I="1/RANTAI/2022", Nomor_pihak_II="2/RANTAI/2022")
    fill(page, Tanggal_tanda_tangan=str(STARTS))
    sides = (("Dinas Pendidikan", "Kota Banjarmasin"), ("BPMP", "BPMP Kalimantan Selatan"))
    for number, (side, institution) in enumerate(sides, start=1):
        party = page.get_by_role("group", name=f"Penanda tangan {number}")
        party.get_by_label("Pihak").select_option(label=side)
        party.get_by_label("Instansi").fill(institution)
        party.get_by_label("Nama penanda tangan").fill(f"Penanda tangan {number}")
        party.get_by_label("Jabatan").fill("Kepala")
    page.get_by_role("group", name="Butir 1").get_by_label("Isi").fill(CLAUSE)
    page.get_by_role("button", name="Simpan naskah").click()
    heading(page, TITLE)


def plan_the_year(page: Page) -> None:
    """A work plan of the year with one activity for the clause, one visit in the month."""
    go(page, "Buat rencana kerja")
    fill(page, Tahun=str(DAY.year))
    page.get_by_role("button", name="Buat rencana").click()
    expect(page.get_by_text("Klausul 1 belum punya kegiatan tahun ini")).to_be_visible()
    go(page, "Tambah kegiatan untuk klausul 1")
    page.get_by_label("pendampingan", exact=True).check()
    page.get_by_label("BPMP", exact=True).check()
    fill(page, Kegiatan=ACTIVITY, Sasaran="1")
    page.locator(f"#id_month_{DAY.month}").fill("1")
    page.get_by_label(LITERACY).check()
    page.get_by_role("button", name="Simpan kegiatan").click()
    heading(page, ACTIVITY)
    expect(page.get_by_text("0 dari 1 (0%)")).to_be_visible()


def entrust(page: Page, school: School) -> None:
    place(page, "Kunjungan")
    go(page, "Penugasan", "Tugaskan")
    field(page, "Fasilitator").select_option(label=FACILITATOR)
    fill(page, NPSN_sekolah=school.npsn, Mulai=str(STARTS))
    page.get_by_role("button", name="Simpan penugasan").click()
    expect(
        page.get_by_role("main").get_by_role("link", name=school.name, exact=True)
    ).to_be_visible()


def visit_school(page: Page, school: School) -> None:
    """Plan yesterday's visit for the activity, write its report, hand it over."""
    page.get_by_role("link", name="Rencanakan kunjungan").click()
    field(page, "Sekolah").select_option(label=f"{school.name} ({school.npsn})")
    fill(page, Tanggal=str(DAY))
    field(page, "Jenis").select_option(index=1)
    field(page, "Kegiatan rencana kerja").select_option(label=f"{DAY.year} · 1. {ACTIVITY}")
    page.get_by_role("button", name="Simpan rencana").click()
    heading(page, f"Kunjungan ke {school.name}")
    record(page, school.name)
    add_photos(page)
    page.reload()
    submit(page)


def send_back(page: Page, number: str) -> None:
    """The dinas finds the report on its start page and returns it."""
    place(page, "Beranda")
    open_from_start(page, number)
    page.get_by_role("link", name="Kembalikan").click()
    page.get_by_label("Alasan").fill("Sebutkan kelas yang diamati.")
    page.get_by_role("button", name="Kembalikan laporan").click()
    expect(page.locator("main .status", has_text="dikembalikan").first).to_be_visible()


def correct(page: Page, number: str) -> None:
    """The facilitator finds it on the start page with the reason, and hands it over once more."""
    page.get_by_role("link", name="Mitra Mutu").click()
    open_from_start(page, number)
    expect(page.get_by_text("Sebutkan kelas yang diamati.").first).to_be_visible()
    go(page, "Isi laporan")
    section(page, "Tujuan dan temuan").get_by_label("Temuan").fill(f"{FINDING} Kelas 4A.")
    page.get_by_role("button", name="Simpan dan periksa").click()
    submit(page)


def verify(page: Page, number: str) -> None:
    place(page, "Beranda")
    open_from_start(page, number)
    page.get_by_role("button", name="Verifikasi").click()
    expect(page.locator("main .status", has_text="diverifikasi").first).to_be_visible()


def report_done(page: Page) -> None:
    """What was agreed is done; its facilitator says so, from the visit's page."""
    page.reload()
    go(page, AGREED, "Laporkan kemajuan")
    page.get_by_label("selesai, menunggu verifikasi").check()
    fill(page, Hasil=RESULT)
    page.get_by_role("button", name="Simpan kemajuan").click()
    expect(page.get_by_text("Menunggu verifikasi.")).to_be_visible()


def find_follow_up(page: Page, school: School) -> None:
    """Open what was agreed from the list, searched by the school."""
    place(page, "Tindak lanjut")
    page.get_by_label("Nama sekolah atau NPSN").fill(school.npsn)
    expect(page.locator("#list .chips-count")).to_have_text("1 baris")
    go(page, AGREED)
    heading(page, f"Tindak lanjut: {AGREED}")


def verify_what_was_done(page: Page, school: School) -> None:
    find_follow_up(page, school)
    expect(page.get_by_text(RESULT).first).to_be_visible()
    page.get_by_role("button", name="Verifikasi").click()
    expect(page.locator("main .status", has_text="terverifikasi").first).to_be_visible()


def open_reports(page: Page) -> None:
    """The agreement's reports, at the semester of the visit."""
    place(page, "Kerja sama")
    go(page, TITLE, "Laporan kemajuan per semester")
    semester = f"{DAY.year} {'I' if DAY.month <= 6 else 'II'}"
    page.get_by_role("navigation", name="Semester lain").get_by_role(
        "link", name=semester, exact=True
    ).click()


def propose_report(page: Page) -> None:
    """The dinas reads what the semester brought, freezes it, and signs for the city."""
    open_reports(page)
    page.get_by_role("button", name="Ajukan laporan").click()
    row = page.get_by_role("row", name=ACTIVITY)
    expect(row.get_by_role("cell")).to_have_text(["1", "1", "1/1"])
    expect(page.get_by_text("1 kunjungan terverifikasi di 1 sekolah.")).to_be_visible()
    page.get_by_role("button", name="Setujui").click()
    expect(page.get_by_text("Persetujuan Anda tercatat.")).to_be_visible()


def approve_report(page: Page) -> None:
    """BPMP signs as well; with that the report is approved."""
    open_reports(page)
    go(page, "Laporan kemajuan")
    page.get_by_role("button", name="Setujui").click()
    expect(page.locator("main .status", has_text="disetujui").first).to_be_visible()


def walk_down(page: Page, number: str) -> None:
    """From the clause to the indicator that its visit's follow-up serves."""
    place(page, "Kerja sama")
    go(page, TITLE, CLAUSE)
    heading(page, "Klausul 1")
    expect(page.get_by_role("row", name=ACTIVITY)).to_contain_text("1/1")
    go(page, ACTIVITY)
    expect(page.get_by_text("1 dari 1 (100%)")).to_be_visible()
    expect(page.locator("#activity-follow-ups")).to_contain_text(AGREED)
    page.locator("#activity-visits").get_by_role("link", name=number).click()
    expect(page.get_by_text(f"{FINDING} Kelas 4A.", exact=True)).to_be_visible()
    go(page, AGREED, LITERACY)
    heading(page, LITERACY)


def walk_up(page: Page, school: School, number: str) -> None:
    """From the follow-up to the paper that it goes back to."""
    find_follow_up(page, school)
    facts = page.get_by_role("region", name="Keterangan")
    expect(facts.get_by_role("link", name=number)).to_be_visible()
    expect(facts.get_by_role("link", name=ACTIVITY)).to_be_visible()
    go(page, number)
    expect(facts.get_by_role("link", name=TITLE)).to_be_visible()
    go(page, ACTIVITY, CLAUSE, TITLE)
    heading(page, TITLE)


def test_the_chain_from_the_agreement_to_its_report_and_back(visitor_of):
    nearby = School.objects.filter(assignments=None, visits=None, district="63.71.02")
    school = nearby.order_by("name").first()
    officer = visitor_of("dinas@contoh.id")
    sign_agreement(officer.page)
    plan_the_year(officer.page)
    entrust(officer.page, school)

    facilitator = visitor_of(EMAIL, viewport=PHONE, has_touch=True)
    visit_school(facilitator.page, school)
    number = re.search(r"K-\d+", facilitator.page.locator(".lead-line").inner_text()).group()
    send_back(officer.page, number)
    correct(facilitator.page, number)
    verify(officer.page, number)
    report_done(facilitator.page)
    verify_what_was_done(officer.page, school)

    propose_report(officer.page)
    bpmp = visitor_of("fasilitator@contoh.id")
    approve_report(bpmp.page)
    walk_down(officer.page, number)
    walk_up(bpmp.page, school, number)
    assert officer.complaints + facilitator.complaints + bpmp.complaints == []
