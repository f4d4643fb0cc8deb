"""What is there already: open goals and plans with others whose words are close to new ones. Nothing is done twice."""

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import TextField, Value
from django.db.models.functions import Concat, Greatest
from django.utils.translation import gettext as _

from agency.database import Plain
from families.models import ExistingPlan
from goals.models import Goal

CLOSE = 0.4  # of 1: two sentences that share about half of their threes of letters
NEAR = 0.6  # of 1: the new words stand almost whole in a longer text
MOST = 3


def found(family, user, words, besides=None):
    """Up to three sentences on what sounds like `words`, closest first. Two statements."""
    words = " ".join(words.split())
    if len(words) < 4:
        return []
    close = [*_goals(family, user, words, besides), *_plans(family, user, words)]
    return [said for _closeness, said in sorted(close, key=lambda pair: -pair[0])[:MOST]]


def _goals(family, user, words, besides):
    new = Plain(Value(words, output_field=TextField()))
    goals = Goal.objects.visible_to(user).filter(family=family).open().exclude(pk=besides)
    goals = goals.annotate(
        close=Greatest(TrigramSimilarity(Plain("family_words"), new), TrigramSimilarity(Plain("statement"), new))
    )
    for goal in goals.filter(close__gte=CLOSE).order_by("-close")[:MOST]:
        yield goal.close, _("The goal “%(goal)s” is open already.") % {"goal": goal}


def _plans(family, user, words):
    new = Plain(Value(words, output_field=TextField()))
    plans = ExistingPlan.objects.visible_to(user).filter(family=family).in_force()
    plans = plans.annotate(
        close=Greatest(
            TrigramSimilarity(Plain("says"), new),
            TrigramWordSimilarity(new, Plain(Concat("says", Value(" "), output_field=TextField()))) * CLOSE / NEAR,
        )
    )
    for plan in plans.filter(close__gte=CLOSE).order_by("-close")[:MOST]:
        yield (
            plan.close,
            _("The plan of %(agency)s speaks of this: “%(says)s”")
            % {
                "agency": plan.agency_name,
                "says": plan.says[:120],
            },
        )
