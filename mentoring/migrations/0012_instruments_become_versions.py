"""Each instrument becomes version 1 of a family of its own, with one section that holds its items.

Back again, the versions of a family get names of their own, because names were unique; items of
other kinds than rubric stay, without what only their kind held.
"""

from django.db import migrations
from django.utils import timezone
from django.utils.text import slugify

SECTION = "Rubrik"


def to_versions(apps, schema_editor):
    Instrument = apps.get_model("mentoring", "Instrument")
    InstrumentSection = apps.get_model("mentoring", "InstrumentSection")
    taken = set()
    for instrument in Instrument.objects.order_by("pk"):
        instrument.code = _free(slugify(instrument.name)[:40] or "instrumen", taken)
        if instrument.active:
            instrument.state = "terbit"
        else:
            instrument.state = "ditarik" if instrument.visits.exists() else "draf"
        instrument.published_at = None if instrument.state == "draf" else timezone.now()
        instrument.save()
        items = list(instrument.items.order_by("order", "pk"))
        if items:
            section = InstrumentSection.objects.create(
                instrument=instrument, order=1, title=SECTION
            )
            for number, item in enumerate(items, 1):
                item.section, item.code, item.order = section, f"b{number}", number
                item.save()


def _free(code, taken):
    found, number = code, 1
    while found in taken:
        number += 1
        found = f"{code}-{number}"
    taken.add(found)
    return found


def to_lists(apps, schema_editor):
    Instrument = apps.get_model("mentoring", "Instrument")
    names = set()
    for instrument in Instrument.objects.order_by("-number", "pk"):
        instrument.active = instrument.state == "terbit"
        if instrument.name in names:
            instrument.name = f"{instrument.name[:100]} ({instrument.code[:8]} {instrument.number})"
        names.add(instrument.name)
        instrument.save()
        numbered = instrument.items.order_by("section__order", "section", "order", "pk")
        for number, item in enumerate(numbered, 1):
            item.order = number
            item.save()


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0011_instrument_versions")]

    operations = [migrations.RunPython(to_versions, to_lists)]
