from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralsConfig(AppConfig):
    name = "referrals"
    verbose_name = _("Referrals")

    def ready(self):
        """Referrals follow their need when a family becomes two, and tell partners what became of them."""
        from agency import leaving
        from families.moving import rooms
        from partners.packet import contributors
        from referrals import exit, moving, packet

        rooms.append(moving)
        leaving.rooms.append(exit)
        contributors.append(packet.of_partner)
