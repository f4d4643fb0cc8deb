from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FamiliesConfig(AppConfig):
    name = "families"
    verbose_name = _("Families")

    def ready(self):
        """A new agency starts with our conversation about strengths."""
        from agency import leaving
        from agency.setup import hooks
        from families import exit, going, moving
        from families.content import load_instrument
        from families.imports import target  # noqa: F401  makes this kind of import known

        hooks.append(load_instrument)
        moving.rooms.append(going)
        leaving.rooms.append(exit)
