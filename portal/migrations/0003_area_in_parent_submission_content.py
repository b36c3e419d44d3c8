"""An area's code lies in its parent's; a form sent again is told from another by its content."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_shared_cache_table")]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="content",
            field=models.CharField(blank=True, db_default="", max_length=64),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None),
                    (
                        "parent",
                        models.Func(
                            models.F("code"),
                            models.Value("\\.[0-9]+$"),
                            models.Value(""),
                            function="regexp_replace",
                        ),
                    ),
                    _connector="OR",
                ),
                name="area_code_lies_in_parent",
                violation_error_message="Kode wilayah harus diawali kode induknya.",
            ),
        ),
    ]
