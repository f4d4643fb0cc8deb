"""Reminders by mail: who gets one (`who`), what waits for them (`what`, `team`, `urgent`), in which words, and once."""
