"""Counts and frozen reports. Reads everything, owns only what it froze."""
