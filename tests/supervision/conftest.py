"""The clocks, as the pages of the workspace know them."""

from tests.workspace.conftest import clocks

__all__ = ["clocks"]
