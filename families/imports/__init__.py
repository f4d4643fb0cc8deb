"""Families from other systems: every row is accounted for, nothing half-written stays, a second run changes nothing."""
