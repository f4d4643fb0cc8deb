from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partners")

    def ready(self):
        """The directory is one of the things a file can be imported into."""
        from agency.imports.targets import register
        from partners.imports.target import TARGET

        register(TARGET)
