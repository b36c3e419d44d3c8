"""What a facilitator does with a visit on a phone, as several browser tests need it."""

from datetime import timedelta
from io import BytesIO

from django.utils import timezone
from PIL import Image

FINDING = "Guru kelas 4 memakai teks informasi <b>sungai</b> & pasar terapung."
LITERACY = "A.1 Kemampuan literasi"


def photo(colour: str) -> dict:
    """A small real picture, as the camera would hand it over."""
    out = BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return {"name": f"{colour}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def section(page, title: str):
    """A section of the report, opened if a phone has folded it."""
    found = page.locator("details.section", has=page.get_by_role("heading", name=title, exact=True))
    if not found.evaluate("element => element.open"):
        found.locator(":scope > summary").click()
    return found


def record(page, school: str) -> None:
    """Fill every section of the report of a visit to a school, as between two lessons."""
    page.get_by_role("link", name="Isi laporan").click()
    times = section(page, "Waktu dan jenis")
    times.get_by_label("Mulai").fill("08:00")
    times.get_by_label("Selesai").fill("09:30")
    people = section(page, "Peserta")
    people.get_by_label("guru, perempuan").fill("6")
    section(page, "Indikator yang dibahas").get_by_label(LITERACY).check()
    report = section(page, "Tujuan dan temuan")
    report.get_by_label("Tujuan").fill("Menguatkan kegiatan membaca.")
    report.get_by_label("Temuan").fill(FINDING)
    for item in section(page, "Rubrik").locator("[data-rubric-item]").all():
        item.locator("label.level").nth(2).click()
    agreed = section(page, "Tindak lanjut").locator("[data-row]").first
    agreed.get_by_label("Uraian").fill("Menyusun jadwal membaca bersama")
    agreed.get_by_label("Pelaksana", exact=True).select_option("sekolah")
    agreed.get_by_label("Tenggat").fill(str(timezone.localdate() + timedelta(days=30)))
    agreed.get_by_label("Indikator").select_option(label=LITERACY)
    page.get_by_role("button", name="Simpan dan periksa").click()
    page.get_by_role("heading", name=f"Kunjungan ke {school}", exact=True).wait_for()


def add_photos(page) -> None:
    """Two photos, from the visit's page."""
    page.get_by_label("Pilih berkas").set_input_files([photo("teal"), photo("olive")])
    page.get_by_role("button", name="Unggah", exact=True).click()
    page.locator("#photos img").nth(1).wait_for()


def submit(page) -> None:
    """Hand the report over from the visit's page."""
    page.get_by_role("button", name="Ajukan laporan").click()
    page.locator("main .status", has_text="diajukan").first.wait_for()
