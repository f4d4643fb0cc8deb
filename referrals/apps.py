from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralsConfig(AppConfig):
    name = "referrals"
    verbose_name = _("Referrals")

    def ready(self):
        """Referrals follow their need when a family becomes two, and tell partners what became of them."""
        from agency import held, leaving
        from families.moving import rooms
        from goals import contested
        from partners.packet import contributors
        from referrals import exit, moving, packet, requests, statements

        rooms.append(moving)
        leaving.rooms.append(exit)
        contested.sayers.append(statements.about_goals)
        held.askers.append(requests.held)
        contributors.append(packet.of_partner)
