"""What people do with partners, by noun."""

from partners.actions.directory import mark_right, report_wrong, settle

__all__ = ["mark_right", "report_wrong", "settle"]
