"""Which services fit what somebody looks for: words with typing mistakes, kind of help, language, freshness."""

from datetime import timedelta

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import F, FloatField, Q, Value
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.database import Plain
from agency.languages import name_of
from agency.models import ServiceCategory
from agency.templatetags.look import plain
from partners.models import Partner, Service, ServiceLanguage
from partners.models.shared import FRESH_FOR

QUARTER = 91  # days
MOST_WORDS = 6
SIMILAR = 0.5  # one wrong or missing letter in a word of six still finds it
LONGEST = 100  # characters that are looked at

CHECKED = [
    ("", _("At any time")),
    ("quarter", _("In the last three months")),
    ("year", _("In the last year")),
    ("old", _("Not for a year")),
]


def categories():
    """The kinds of help one can look for, in the catalogue's order."""
    return list(ServiceCategory.objects.filter(retired_on=None))


def languages():
    """(code, name) of every language some service is given in, by name."""
    codes = ServiceLanguage.objects.values_list("code", flat=True).distinct().order_by("code")
    return sorted(((code, name_of(code)) for code in codes), key=lambda pair: plain(pair[1]))


def find(services, *, text="", category="", language="", checked="", kinds=()):
    """The services that fit, best first. `kinds` are the categories whose names the words may mean."""
    if category:
        services = services.filter(categories__code=category)
    if language:
        services = services.filter(languages__code=language)
    if checked:
        services = services.filter(_checked(checked))
    words = text[:LONGEST].split()[:MOST_WORDS]
    return _with_words(services, words, kinds) if words else services.order_by("partner__name", "name", "pk")


def _checked(when):
    """An old entry is one that nobody looked at for a year, or ever."""
    today = timezone.localdate()
    if when == "old":
        return Q(verified_on=None) | Q(verified_on__lt=today - timedelta(days=FRESH_FOR))
    return Q(verified_on__gte=today - timedelta(days=QUARTER if when == "quarter" else FRESH_FOR))


def _with_words(services, words, kinds):
    """Each word must be found: in the service's text, its partner's name, or the name of its kind of help."""
    fitting, nearness = services, Value(0.0, output_field=FloatField())
    for word in words:
        said = Plain(Value(word))
        fitting = fitting.filter(pk__in=_saying(said, _named(word, kinds)))
        nearness += _in_name(said)
    found = services.filter(pk__in=_keys(fitting)).annotate(nearness=nearness)
    return found.order_by("-nearness", "partner__name", "name", "pk")


def _saying(said, kinds):
    """Services that say one word. Three questions put together, for each has an index and an "or" would use none."""
    by_partner = Partner.objects.filter(search_name__trigram_word_similar=said)
    return (
        Service.objects.filter(search_text__trigram_word_similar=said)
        .order_by()
        .values("pk")
        .union(
            Service.objects.filter(partner__in=by_partner).order_by().values("pk"),
            Service.objects.filter(categories__in=kinds).order_by().values("pk"),
        )
    )


def _keys(services):
    """The keys of what is similar enough. The limit holds in this transaction only; no session keeps it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(SIMILAR)])
        return list(services.order_by().values_list("pk", flat=True))


def _in_name(said):
    """How near a word is to a name: what is called so stands above what only tells of it."""
    service = TrigramWordSimilarity(said, Plain(F("name")))
    return Greatest(service, TrigramWordSimilarity(said, F("partner__search_name")))


def _named(word, kinds):
    looked_for = plain(word)
    return [kind.pk for kind in kinds if any(looked_for in plain(name) for name in kind.name.values())]


def without_services():
    """Partners with nothing a family could be sent to: new ones, and those whose services have all ended."""
    return Partner.objects.active().exclude(pk__in=Service.objects.active().values("partner"))
