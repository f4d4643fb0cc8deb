"""Which services fit what somebody looks for: words with typing mistakes, kind, language, place, time, person."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from difflib import get_close_matches

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
from partners import freshness, nearness, suitable
from partners.models import Partner, Service, ServiceLanguage, ZipPlace
from partners.models.schedule import DAYS

QUARTER, YEAR = 91, 365  # days
MOST_WORDS = 6
SIMILAR = 0.5  # one wrong or missing letter in a word of six still finds it
LONGEST = 100  # characters that are looked at
NOW = "now"
LONG_ENOUGH, ALIKE = 5, 0.8  # letters of a word in which one may be wrong, and how like it must still be

CHECKED = [
    ("", _("At any time")),
    ("quarter", _("In the last three months")),
    ("year", _("In the last year")),
    ("old", _("Too long ago, or never")),
]


def categories():
    """The kinds of help one can look for, in the catalogue's order."""
    return list(ServiceCategory.objects.filter(retired_on=None).prefetch_related("words"))


def languages():
    """(code, name) of every language some service is given in, by name."""
    codes = ServiceLanguage.objects.values_list("code", flat=True).distinct().order_by("code")
    return sorted(((code, name_of(code)) for code in codes), key=lambda pair: plain(pair[1]))


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for. Nothing said is not asked for."""

    text: str = ""
    category: str = ""
    language: str = ""
    checked: str = ""
    here: ZipPlace | None = None  # where one starts from
    most: int = 0  # miles
    day: str = ""  # "now", or the code of a day of the week
    at: time | None = None
    person: str = ""  # see partners.suitable

    def moment(self):
        """The moment at which a service must be open; None when any time of the day will do."""
        if self.day == NOW or (self.at and not self.day):
            return _at(timezone.localdate(), self.at) if self.at else timezone.now()
        return _at(self.date(), self.at) if self.day and self.at else None

    def is_timed(self):
        return bool(self.day or self.at)

    def date(self):
        """The next day of that name, today among them."""
        today = timezone.localdate()
        if self.day not in DAYS:
            return today
        return today + timedelta(days=(DAYS.index(self.day) - today.weekday()) % len(DAYS))


def _at(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))


def find(services, wanted, *, kinds=()):
    """The services that fit, best first. `kinds` are the categories whose names the words may mean."""
    if wanted.category:
        services = services.filter(categories__code=wanted.category)
    if wanted.language:
        services = services.filter(languages__code=wanted.language)
    if wanted.checked:
        services = services.filter(_checked(wanted.checked))
    if wanted.person:
        services = suitable.suits(services, wanted.person)
    if wanted.moment():
        services = services.open_at(wanted.moment())
    elif wanted.day:
        services = services.open_on(wanted.date())
    return _in_order(services, wanted, kinds)


def _in_order(services, wanted, kinds):
    """Nearest place first where one is asked for, then nearest to the words; what we do not refer to comes last."""
    order = ["partner__name", "name", "pk"]
    last = ["is_stopped"] if "is_stopped" in services.query.annotations else []
    words = wanted.text[:LONGEST].split()[:MOST_WORDS]
    if words:
        services, order = _with_words(services, words, kinds), ["-nearness", *order]
    if wanted.here:
        if wanted.most:
            services = nearness.within(services, wanted.here, wanted.most)
        services = nearness.with_miles(services, wanted.here)
        order = [F("miles").asc(nulls_last=True), *order]
    return services.order_by(*last, *order)


def _checked(when):
    """An old entry is one that nobody looked at for as long as the agency's clock allows, or ever."""
    today = timezone.localdate()
    if when == "old":
        return Q(verified_on=None) | Q(verified_on__lt=today - timedelta(days=freshness.clock()[0]))
    return Q(verified_on__gte=today - timedelta(days=QUARTER if when == "quarter" else YEAR))


def _with_words(services, words, kinds):
    """Each word must be found: in the service's text, its partner's name, or the name of its kind of help."""
    fitting, nearness = Service.objects.all(), Value(0.0, output_field=FloatField())
    for word in words:
        said = Plain(Value(word))
        fitting = fitting.filter(pk__in=_saying(said, _named(word, kinds)))
        nearness += _in_name(said)
    return services.filter(pk__among=_keys(fitting)).annotate(nearness=nearness)


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
    service = TrigramWordSimilarity(said, F("search_name"))
    return Greatest(service, TrigramWordSimilarity(said, F("partner__search_name")))


def _named(word, kinds):
    """Kinds of help called so in one of our languages, or by a word of other lists that means them; nearly so, too."""
    looked_for = plain(word)
    return [kind.pk for kind in kinds if any(_is_like(looked_for, called) for called in _called(kind))]


def _called(kind):
    return [plain(name) for name in (*kind.name.values(), *(meaning.word for meaning in kind.words.all()))]


def _is_like(looked_for, called):
    if looked_for in called:
        return True
    return len(looked_for) >= LONG_ENOUGH and bool(get_close_matches(looked_for, called.split(), n=1, cutoff=ALIKE))


def without_services():
    """Partners with nothing a family could be sent to: new ones, and those whose services have all ended."""
    return Partner.objects.active().exclude(pk__in=Service.objects.active().values("partner"))
