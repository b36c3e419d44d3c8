"""A school proposes corrections to its record, an admin decides, the school sees the outcome."""

from playwright.sync_api import expect


def test_from_proposal_to_outcome(visitor_of):
    school = visitor_of("sekolah@contoh.id")
    page = school.page
    school.open("/sekolah/30304061/")
    page.get_by_role("link", name="Usulan", exact=False).last.click()
    page.get_by_role("button", name="Tarik usulan").click()
    expect(page.get_by_text("Usulan ditarik")).to_be_visible()
    school.open("/sekolah/30304061/usulkan/")
    page.get_by_label("Alamat").fill("Jl. Baru 7")
    page.get_by_label("Nama", exact=False).first.fill("SDN NAMA BARU")
    page.get_by_role("button", name="Kirim usulan").click()
    expect(page.get_by_text("Usulan terkirim")).to_be_visible()
    address = page.url

    admin = visitor_of("admin@contoh.id")
    admin.open("/")
    admin.page.goto(address)
    name = admin.page.get_by_role("region", name="Nama")
    name.get_by_label("Tolak", exact=True).check()
    name.get_by_label("Alasan").fill("Nama mengikuti SK.")
    admin.page.get_by_role("region", name="Alamat").get_by_label("Terima", exact=True).check()
    admin.page.get_by_role("button", name="Simpan keputusan").click()
    expect(admin.page.get_by_text("Keputusan tersimpan")).to_be_visible()

    page.reload()
    expect(page.get_by_text("Nama mengikuti SK.")).to_be_visible()
    expect(page.get_by_role("region", name="Alamat").get_by_text("diterima")).to_be_visible()
    school.open("/sekolah/30304061/")
    expect(page.get_by_text("Jl. Baru 7").first).to_be_visible()
    assert school.complaints == admin.complaints == []
