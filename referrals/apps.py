from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralsConfig(AppConfig):
    name = "referrals"
    verbose_name = _("Referrals")

    def ready(self):
        """Referrals follow their need when a family becomes two."""
        from agency import leaving
        from families.moving import rooms
        from referrals import exit, moving

        rooms.append(moving)
        leaving.rooms.append(exit)
