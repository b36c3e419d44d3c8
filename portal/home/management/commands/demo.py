from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from portal.home.demo import build_demo


class Command(BaseCommand):
    help = (
        "Fill a throw-away portal with the real schools and synthetic visits, figures and people."
    )

    def handle(self, *args, **options):
        if settings.PRODUCTION:
            raise CommandError(
                "Data contoh tidak dimuat ke portal sungguhan. Atur DEMO=true pada portal coba-coba."
            )
        call_command("load_reference", verbosity=options["verbosity"])
        if build_demo():
            self.stdout.write("Data contoh dimuat.")
