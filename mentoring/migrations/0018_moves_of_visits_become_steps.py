"""Moves of planned visits become steps, which keep the day before: the calendar and the form are one way.

Back again, they stay steps: the pages of a visit read both alike.
"""

from django.db import migrations


def to_steps(apps, schema_editor):
    """A step from planned to planned for each move, at the moment of the move."""
    Transition = apps.get_model("mentoring", "Transition")
    moves = apps.get_model("mentoring", "VisitMove").objects.order_by("pk")
    Transition.objects.bulk_create(
        Transition(
            visit_id=move.visit_id,
            from_state="direncanakan",
            to_state="direncanakan",
            by_id=move.by_id,
            at=move.at,
            reason=move.reason,
            former_date=move.from_date,
        )
        for move in moves.iterator()
    )


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0017_pos_kinerja")]

    operations = [migrations.RunPython(to_steps, migrations.RunPython.noop)]
