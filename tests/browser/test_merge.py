"""A school that stands twice: found, compared, merged by hand, and parted again."""

from playwright.sync_api import expect

from schools.models import School

TWIN = "30399900"


def test_two_records_become_one_and_part_again(visitor_of):
    school = School.objects.get(npsn="30304062")
    twin = School.objects.create(
        npsn=TWIN,
        name=school.name,
        form=school.form,
        status=school.status,
        district=school.district,
        address="Jl. Contoh 1",
    )
    admin = visitor_of("admin@contoh.id")
    page = admin.page
    admin.open("/sekolah/")
    page.get_by_text("Tindakan lain").click()
    page.get_by_role("link", name="Sekolah ganda").click()
    page.get_by_label("NPSN sekolah pertama").fill(school.npsn)
    page.get_by_label("NPSN sekolah kedua").fill(TWIN)
    page.get_by_role("button", name="Bandingkan").click()
    page.get_by_label("Jl. Contoh 1").check()
    page.get_by_label("Alasan").fill("tercatat dua kali")
    page.get_by_role("button", name="Gabungkan kedua sekolah").click()
    expect(page.get_by_role("heading", name="Penggabungan sekolah")).to_be_visible()
    school.refresh_from_db()
    assert school.address == "Jl. Contoh 1"
    admin.open(f"/sekolah/{TWIN}/")
    expect(page.get_by_text("Sekolah ini digabung sejak")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Batalkan penggabungan").click()
    expect(page.get_by_text("Semuanya kembali")).to_be_visible()
    twin.refresh_from_db()
    assert twin.is_open
    assert admin.complaints == []
