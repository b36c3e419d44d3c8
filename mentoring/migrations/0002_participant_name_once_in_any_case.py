"""A participant's name counts once per school of a training, in capitals or not."""

from django.db import migrations, models
from django.db.models.functions import Lower

NUMBER = {
    "fields": ("training", "staff_number"),
    "condition": models.Q(("staff_number", ""), _negated=True),
    "name": "participant_once_per_training",
    "violation_error_code": "staff_number",
    "violation_error_message": "NIP/NUPTK ini sudah terdaftar pada pelatihan ini.",
}


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0001_initial")]

    operations = [
        migrations.AlterConstraint(
            model_name="participant",
            name="participant_once_per_training",
            constraint=models.UniqueConstraint(**NUMBER),
        ),
        migrations.RemoveConstraint(
            model_name="participant", name="participant_name_once_per_school"
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                "training",
                "school",
                Lower("name"),
                name="participant_name_once_per_school",
                violation_error_code="name",
                violation_error_message="Nama ini sudah terdaftar dari sekolah yang sama.",
            ),
        ),
    ]
