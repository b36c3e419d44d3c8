from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "portal.notices"
    label = "notices"
    verbose_name = _("Pemberitahuan")

    def ready(self):
        from portal.notices import rules  # noqa: F401  (registered by being read)
