from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgencyConfig(AppConfig):
    name = "agency"
    verbose_name = _("Our agency")

    def ready(self):
        from agency import sessions  # noqa: F401  hears of each log-in
