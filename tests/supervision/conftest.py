"""The clocks and the reviewer, as the pages of the workspace know them."""

from tests.workspace.conftest import clocks, reviewer

__all__ = ["clocks", "reviewer"]
