"""The table of moves goes: they are steps now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0018_moves_of_visits_become_steps")]

    operations = [
        migrations.RemoveField(
            model_name="visitmoveevent",
            name="pgh_obj",
        ),
        migrations.RemoveField(
            model_name="visitmoveevent",
            name="by",
        ),
        migrations.RemoveField(
            model_name="visitmoveevent",
            name="pgh_context",
        ),
        migrations.RemoveField(
            model_name="visitmoveevent",
            name="visit",
        ),
        migrations.AlterModelOptions(
            name="transition",
            options={
                "ordering": ["at", "pk"],
                "verbose_name": "langkah",
                "verbose_name_plural": "langkah",
            },
        ),
        migrations.DeleteModel(
            name="VisitMove",
        ),
        migrations.DeleteModel(
            name="VisitMoveEvent",
        ),
    ]
