"""Weighted load: how heavy a caseload feels, beside how many families it counts. For talking together, never a rule.

The planned count is what the rule limits (45 CFR 1302.52(d)); the weights below are added to it for the second figure
only. Who serves whom goes by urgency and intensity of need (1302.52(c)(4)).
"""

WEIGHTS = {
    "urgent": 1.0,  # an urgent need without a first step yet
    "deep": 0.5,  # an open need that takes a lot of support
    "baby": 0.5,  # a child under one year, or a mother who is expecting
    "no_contact": 0.5,  # nobody has spoken with them for the length of the check-in clock
}


def weighted(planned, signs):
    """`planned` families, and for each sign the number of families among them that show it."""
    return planned + sum(WEIGHTS[sign] * count for sign, count in signs.items())
