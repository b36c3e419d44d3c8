"""The list of schools: columns chosen, the list kept under a name, many schools changed at once."""

from playwright.sync_api import expect

from schools.models import Membership


def test_a_list_is_shaped_kept_and_worked_on(visitor_of):
    admin = visitor_of("admin@contoh.id")
    page = admin.page
    admin.open("/sekolah/?jenjang=smp")
    page.get_by_text("Kolom", exact=True).click()
    page.get_by_label("Alamat").check()
    page.get_by_label("Program", exact=True).last.uncheck()
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_role("columnheader", name="Alamat")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Program")).to_have_count(0)

    page.get_by_text("Tampilan", exact=True).click()
    page.get_by_label("Nama tampilan").fill("SMP dengan alamat")
    page.get_by_role("button", name="Simpan tampilan ini").click()
    expect(page.get_by_text("“SMP dengan alamat” tersimpan")).to_be_visible()
    admin.open("/sekolah/")
    page.get_by_text("Tampilan", exact=True).click()
    page.get_by_role("link", name="SMP dengan alamat").click()
    expect(page.get_by_text("63 baris")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Alamat")).to_be_visible()

    before = Membership.objects.count()
    page.get_by_text("Ubah banyak sekolah").click()
    for row in (0, 1):
        page.locator(".tick").nth(row).check()
    page.get_by_role("button", name="Tambahkan ke program").click()
    page.get_by_label("Program").select_option(label="Sekolah Penggerak")
    page.get_by_label("Angkatan").fill("9")
    page.get_by_label("Mulai").fill("2024-07-01")
    page.get_by_role("button", name="Lihat pratinjau").click()
    expect(page.get_by_text("2 sekolah akan diubah")).to_be_visible()
    page.get_by_role("button", name="Ubah 2 sekolah").click()
    expect(page.get_by_text("2 sekolah diubah")).to_be_visible()
    assert Membership.objects.count() == before + 2
    assert admin.complaints == []
