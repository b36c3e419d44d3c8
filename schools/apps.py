from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchoolsConfig(AppConfig):
    name = "schools"
    verbose_name = _("Sekolah")

    def ready(self):
        from portal.imports.profiles import register
        from schools import converters, rules  # noqa: F401  (registered by being read)
        from schools.imports import DAPODIK, SCHOOL_LIST

        register(SCHOOL_LIST)
        register(DAPODIK)
