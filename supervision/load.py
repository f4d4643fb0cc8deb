"""Weighted load: how heavy a caseload feels, beside how many families it counts. For talking together, never a rule.

The planned count is what the rule limits (45 CFR 1302.52(d)); the weights are added to it for the second figure only.
Who serves whom goes by urgency and intensity of need (1302.52(c)(4)). A manager may weigh a sign otherwise, from a day.
"""

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from supervision.models import LoadWeight, Sign

USUAL = {
    Sign.URGENT.value: 1.0,
    Sign.DEEP.value: 0.5,
    Sign.URGENT_DEEP.value: 0.5,  # urgency times intensity: the two in one need weigh more than each apart
    Sign.HOMELESS.value: 1.0,
    Sign.CHILD_WELFARE.value: 1.0,
    Sign.BABY.value: 0.5,
    Sign.NO_CONTACT.value: 0.5,
}


def weights(on=None):
    """What each sign adds on that day: {sign: weight}. One statement."""
    decided = LoadWeight.objects.effective(on).order_by("effective_on", "pk").values_list("sign", "weight")
    return USUAL | {sign: float(weight) for sign, weight in decided}


def weighted(planned, signs, adds=None):
    """`planned` families, and for each sign the number of families among them that show it."""
    adds = adds or USUAL
    return planned + sum(adds[sign] * count for sign, count in signs.items())


IN_WORDS = {
    0.0: gettext_lazy("nothing"),
    0.25: gettext_lazy("a quarter of a family"),
    0.5: gettext_lazy("half a family"),
    0.75: gettext_lazy("three quarters of a family"),
    1.0: gettext_lazy("one family"),
}


def in_words(weight):
    """How much that is, as one would say it."""
    weight = float(weight)
    return str(IN_WORDS.get(weight) or _("%(n)s families") % {"n": localize(weight)})
