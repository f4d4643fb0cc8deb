from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GoalsConfig(AppConfig):
    name = "goals"
    verbose_name = _("Goals")

    def ready(self):
        """A new agency starts with a form for its agreements and with ideas for goals."""
        from agency import leaving
        from agency.setup import hooks
        from families.moving import rooms
        from goals import exit, ideas, moving, sections

        hooks += [sections.adopt, ideas.adopt]
        rooms.append(moving)
        leaving.rooms.append(exit)
