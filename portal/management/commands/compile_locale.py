"""`manage.py compile_locale`: Django's compilemessages without the gettext programs."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile the .po files of locale/ into the .mo files that Django reads."
    requires_system_checks = []

    def handle(self, *args, **options):
        for folder in settings.LOCALE_PATHS:
            for source in Path(folder).glob("*/LC_MESSAGES/*.po"):
                # A process that starts meanwhile reads the old file or the new one, never half of it.
                draft = source.with_suffix(".mo.new")
                polib.pofile(str(source)).save_as_mofile(str(draft))
                draft.replace(source.with_suffix(".mo"))
