"""The main job in one go: record and submit, send back, correct, verify, and the school reads it."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from portal.home.demo.people import NPSN_OF_SCHOOL_ACCOUNT as NPSN
from tests.browser.conftest import PHONE
from tests.browser.visiting import FINDING, add_photos, record, section, submit

SCHOOL = "SD NEGERI SEBERANG MESJID 1"


def plan(facilitator) -> str:
    """Plan yesterday's visit from the start page; returns the visit's path."""
    page = facilitator.page
    page.get_by_role("link", name="Rencanakan kunjungan").click()
    page.get_by_label("Sekolah", exact=True).select_option(label=f"{SCHOOL} ({NPSN})")
    page.get_by_label("Tanggal", exact=True).fill(str(timezone.localdate() - timedelta(days=1)))
    page.get_by_label("Jenis", exact=True).select_option(index=1)
    page.get_by_role("button", name="Simpan rencana").click()
    page.get_by_role("heading", name=f"Kunjungan ke {SCHOOL}", exact=True).wait_for()
    return page.url.removeprefix(facilitator.site)


def sign(page) -> None:
    """The head of the school signs on the facilitator's phone."""
    page.get_by_role("link", name="Minta konfirmasi kepala sekolah").click()
    page.get_by_label("Laporan ini sesuai").check()
    page.get_by_label("Nama", exact=True).fill("Hj. Mariani")
    pad = page.locator("canvas")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 20, steps=6)
    page.mouse.up()
    page.get_by_role("button", name="Simpan konfirmasi").click()
    page.locator("#confirmation svg.signature").wait_for()


def mention(page) -> None:
    """Ask the facilitator something, the name picked from those offered."""
    text = page.locator("[data-mentions]")
    text.press_sequentially("Terima kasih, @Siti")
    page.get_by_role("button", name="@Siti Hadijah").click()
    page.get_by_role("button", name="Kirim komentar").click()
    page.locator("#discussion .mention").wait_for()


def test_a_visit_from_plan_to_the_schools_reading(visitor_of):
    facilitator = visitor_of("fasilitator@contoh.id", viewport=PHONE, has_touch=True)
    path = plan(facilitator)
    page = facilitator.page
    record(page, SCHOOL)
    add_photos(page)
    facilitator.open(path)
    submit(page)

    officer = visitor_of("dinas@contoh.id")
    officer.open("/kunjungan/?status=diajukan")
    officer.page.locator(f"a[href='{path}']").click()
    officer.page.get_by_role("link", name="Kembalikan").click()
    officer.page.get_by_label("Alasan").fill("Sebutkan kelas yang diamati.")
    officer.page.get_by_role("button", name="Kembalikan").click()
    officer.page.locator("main .status", has_text="dikembalikan").first.wait_for()

    facilitator.open("/")
    page.locator(f"a[href='{path}']").click()
    expect(page.get_by_text("Sebutkan kelas yang diamati.").first).to_be_visible()
    page.get_by_role("link", name="Isi laporan").click()
    section(page, "Tujuan dan temuan").get_by_label("Temuan").fill(FINDING + " Kelas 4A.")
    page.get_by_role("button", name="Simpan dan periksa").click()
    submit(page)

    sign(page)
    head = visitor_of("sekolah@contoh.id", viewport=PHONE)
    head.open(path)
    expect(head.page.locator("#confirmation")).to_contain_text("Hj. Mariani")

    officer.open(path)
    mention(officer.page)
    page.locator("a.bell").click()
    page.get_by_role("link", name="menyebut Anda").first.click()
    page.locator("#discussion .mention", has_text="@Siti Hadijah").wait_for()

    officer.open(path)
    officer.page.get_by_role("button", name="Verifikasi").click()
    officer.page.locator("main .status", has_text="diverifikasi").first.wait_for()

    head.open("/")
    head.page.locator(f"a[href='{path}']").click()
    expect(head.page.get_by_text(FINDING + " Kelas 4A.")).to_be_visible()
    assert head.page.locator("#photos img").count() == 2
    assert facilitator.complaints + officer.complaints + head.complaints == []


def test_what_was_typed_outlives_a_lost_page(visitor_of):
    """Nothing reaches the server, the page is closed, and the text is there when it opens again."""
    facilitator = visitor_of("fasilitator@contoh.id", viewport=PHONE)
    path = plan(facilitator)
    page = facilitator.page
    facilitator.context.route(
        "**/laporan/",
        lambda route: route.abort() if route.request.method == "POST" else route.continue_(),
    )
    facilitator.open(path + "laporan/")
    section(page, "Tujuan dan temuan").get_by_label("Temuan").fill("Ditulis tanpa sinyal")
    facilitator.open("/")
    facilitator.open(path + "laporan/")
    page.get_by_text("Isian yang belum terkirim dipulihkan.").wait_for()
    finding = section(page, "Tujuan dan temuan").get_by_label("Temuan")
    expect(finding).to_have_value("Ditulis tanpa sinyal")


def test_two_pages_of_one_report_merge_and_ask(visitor_of):
    """What one page changed comes into the other; a text that both changed is asked about."""
    facilitator = visitor_of("fasilitator@contoh.id", viewport=PHONE, has_touch=True)
    path = plan(facilitator)
    first, second = facilitator.page, facilitator.context.new_page()
    for page in (first, second):
        page.goto(facilitator.site + path + "laporan/")

    def write(page, field: str, text: str) -> None:
        texts = section(page, "Tujuan dan temuan")
        texts.locator(f"#id_{field}").fill(text)
        texts.locator(":scope > summary").click()  # closing a section sends the draft

    write(first, "aims", "Dari yang pertama")
    first.get_by_text("Tersimpan").wait_for()
    write(second, "obstacles", "Dari yang kedua")
    second.get_by_text("Orang lain mengubah: tujuan.").wait_for()
    texts = section(second, "Tujuan dan temuan")
    expect(texts.locator("#id_aims")).to_have_value("Dari yang pertama")
    write(first, "findings", "Kelas tenang")
    first.get_by_text("Orang lain mengubah: hambatan.").wait_for()
    write(second, "findings", "Kelas ramai")
    second.get_by_text("mengubah isian yang sama: temuan").wait_for()
    second.get_by_role("button", name="Simpan draf").click()
    expect(second.locator(".clash-side", has_text="Kelas tenang")).to_be_visible()
    expect(second.locator(".clash-side", has_text="Kelas ramai")).to_be_visible()
    second.get_by_label("Isian orang lain").check()
    second.get_by_role("button", name="Simpan draf").click()
    second.get_by_text("Draf tersimpan.").wait_for()
    texts = section(second, "Tujuan dan temuan")
    expect(texts.locator("#id_findings")).to_have_value("Kelas tenang")
    expect(texts.locator("#id_obstacles")).to_have_value("Dari yang kedua")
    texts.locator(".insert-menu summary").first.click()
    texts.get_by_role("button", name="Rapor sudah dibaca").first.click()
    expect(texts.locator("#id_aims")).to_have_value(
        "Dari yang pertama\nRapor Pendidikan sudah dibaca bersama guru. (contoh)"
    )
    assert facilitator.complaints == []


def test_an_answer_is_sent_alone_and_the_rest_with_the_report(visitor_of):
    facilitator = visitor_of("fasilitator@contoh.id", viewport=PHONE, has_touch=True)
    path = plan(facilitator)
    page, sent = facilitator.page, []
    facilitator.open(path + "laporan/")
    page.on("response", lambda answer: sent.append((answer.url, answer.status)))

    def posted() -> list[tuple[str, int]]:
        own = facilitator.site + path + "laporan/"
        return [(url.removeprefix(own), status) for url, status in sent if url.startswith(own)]

    def choose(item: int, level: int) -> None:
        rubric = section(page, "Rubrik")
        rubric.locator("[data-rubric-item]").nth(item).locator("label.level").nth(level).click()
        rubric.locator(":scope > summary").click()  # closing a section sends the draft

    choose(0, 2)
    page.get_by_text("Tersimpan").wait_for()
    assert posted() == [("jawaban/", 200)]
    texts = section(page, "Tujuan dan temuan")
    texts.get_by_label("Tujuan").fill("Membaca Rapor")
    with page.expect_response(lambda answer: answer.url.endswith("/laporan/")):
        texts.locator(":scope > summary").click()
    with page.expect_response(lambda answer: answer.url.endswith("/jawaban/")):
        choose(0, 3)
    assert posted() == [("jawaban/", 200), ("", 200), ("jawaban/", 200)]
    facilitator.open(path + "laporan/")
    rubric = section(page, "Rubrik").locator("[data-rubric-item]").first
    expect(rubric.get_by_role("radio").nth(3)).to_be_checked()
    expect(section(page, "Tujuan dan temuan").get_by_label("Tujuan")).to_have_value("Membaca Rapor")
    assert facilitator.complaints == []
