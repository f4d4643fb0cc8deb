from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partners")

    def ready(self):
        """The directory can be imported from a file; a new agency knows which help is sensitive."""
        from agency.imports.targets import register
        from agency.setup import hooks
        from partners.content import bring_up_to_date, load_sensitive_kinds
        from partners.imports.target import TARGET

        register(TARGET)
        hooks.append(load_sensitive_kinds)
        post_migrate.connect(bring_up_to_date, sender=self)
