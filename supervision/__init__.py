"""Caseloads and reflective supervision."""
