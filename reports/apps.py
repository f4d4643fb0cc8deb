from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = _("Reports")

    def ready(self):
        """A new agency starts with the PIR forms we know; one that is there gets the new ones."""
        from agency.setup import hooks
        from reports.pir.loading import bring_up_to_date, load_forms

        hooks.append(load_forms)
        post_migrate.connect(bring_up_to_date, sender=self)
