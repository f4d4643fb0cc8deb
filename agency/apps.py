from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AgencyConfig(AppConfig):
    name = "agency"
    verbose_name = _("Our agency")

    def ready(self):
        from agency import sessions  # noqa: F401  hears of each log-in
        from agency.content import bring_up_to_date

        post_migrate.connect(bring_up_to_date, sender=self)
