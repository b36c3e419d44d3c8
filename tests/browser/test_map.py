"""The map: a click on a kecamatan filters the points, the table and the list alike."""

from playwright.sync_api import expect


def test_a_click_on_a_kecamatan_filters(visitor_of):
    dinas = visitor_of("dinas@contoh.id")
    page = dinas.page
    dinas.open("/sekolah/")
    page.get_by_role("link", name="Lihat di peta").click()
    expect(page.get_by_text("372 sekolah, 2 tanpa titik")).to_be_visible()
    expect(page.locator(".map-ring").first).to_be_visible()
    expect(page.locator("path.map-district")).to_have_count(5)
    # A place inside Banjarmasin Utara that no point covers.
    page.locator("path.map-district").nth(3).dispatch_event("click")
    expect(page.get_by_text("75 sekolah, 1 tanpa titik")).to_be_visible()
    expect(page.get_by_label("Wilayah", exact=True)).to_have_value("63.71.04")
    expect(page.locator("path.map-district.is-chosen")).to_have_count(1)
    page.get_by_label("Jenjang", exact=True).select_option("smp")
    expect(page.get_by_text("12 sekolah")).to_be_visible()
    page.get_by_role("link", name="Lihat sebagai daftar").click()
    expect(page.get_by_text("12 baris")).to_be_visible()
    assert dinas.complaints == []


def test_a_point_leads_to_its_school(visitor_of):
    dinas = visitor_of("dinas@contoh.id")
    page = dinas.page
    dinas.open("/sekolah/peta/?q=SMP+NEGERI+24+BANJARMASIN")
    page.locator(".map-single").click()
    page.get_by_role("link", name="SMP NEGERI 24 BANJARMASIN", exact=True).click()
    expect(page.get_by_role("heading", name="SMP NEGERI 24 BANJARMASIN")).to_be_visible()
    expect(page.get_by_text("Meragukan: 2,1 km di luar batas Banjarmasin Utara")).to_be_visible()
    assert dinas.complaints == []
