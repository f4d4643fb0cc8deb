from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceConfig(AppConfig):
    name = "workspace"
    verbose_name = _("Workspace")

    def ready(self):
        """The line through the rooms is drawn here, on top of them; each room asks for it by agency.line."""
        from agency import line
        from workspace import threads

        line.draws("goal", threads.of_goal)
        line.draws("need", threads.of_need)
