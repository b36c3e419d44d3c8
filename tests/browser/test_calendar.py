"""A planned visit is dragged to another day, and warns where it lands on a weekend."""

from datetime import timedelta

from playwright.sync_api import expect

from mentoring.models import Transition, Visit


def test_a_visit_is_dragged_to_another_day(visitor_of):
    visitor = visitor_of("fasilitator@contoh.id", viewport={"width": 1280, "height": 1400})
    page = visitor.page
    planned = Visit.objects.filter(
        state=Visit.State.PLANNED, facilitator__email="fasilitator@contoh.id"
    ).earliest("date")
    saturday = planned.date + timedelta(days=5 - planned.date.weekday())
    visitor.open(f"/kunjungan/kalender/?pekan={planned.date}")
    start = page.locator(f"[data-visit='{planned.pk}']").bounding_box()
    target = page.locator(f"[data-day='{saturday}']").bounding_box()
    page.mouse.move(start["x"] + 30, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + 60, steps=6)
    page.keyboard.press("Escape")  # lets go of it where it was
    page.mouse.up()
    page.mouse.move(start["x"] + 30, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + 60, steps=6)
    page.mouse.up()
    expect(page.locator(f"[data-day='{saturday}'] [data-visit='{planned.pk}']")).to_be_visible()
    expect(page.get_by_text("jatuh pada akhir pekan")).to_be_visible()
    expect(page.locator(f"[data-visit='{planned.pk}'] a").first).to_be_focused()
    former = planned.date
    planned.refresh_from_db()
    assert planned.date == saturday
    assert Transition.objects.filter(visit=planned, former_date=former, reason="").count() == 1
    assert visitor.complaints == []
