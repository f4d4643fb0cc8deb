"""What other people's words mean here: rules a manager may change, first filled from the Open Eligibility headings."""

from collections import defaultdict

from agency.models import ServiceCategory
from partners.models import Service, TaxonomyTerm, TermLink, TermMeaning


def load():
    """A rule for each heading our own catalogue names; what is there stays."""
    if TermMeaning.objects.exists():
        return
    named = ServiceCategory.objects.exclude(open_eligibility="").filter(retired_on=None)
    TermMeaning.objects.bulk_create(
        TermMeaning(word=category.open_eligibility, category=category) for category in named
    )


def categorize(services):
    """Give services the kinds of help that their words mean; returns the keys of the rows made."""
    wanted = set(services)
    if not wanted:
        return []
    load()
    meant = _meant()
    between = Service.categories.through
    there = set(between.objects.filter(service__in=wanted).values_list("service_id", "servicecategory_id"))
    links = TermLink.objects.filter(service__in=wanted).values_list("service_id", "term_id")
    pairs = {(service, category) for service, term in links for category in meant.get(term, ())} - there
    rows = [between(service_id=service, servicecategory_id=category) for service, category in sorted(pairs)]
    between.objects.bulk_create(rows, batch_size=2000)
    return [row.pk for row in rows]


def _meant():
    """{term: categories}: what is said of the term itself, else of the nearest heading above it."""
    rules = defaultdict(list)
    for word, category in TermMeaning.objects.values_list("word", "category"):
        rules[word.casefold()].append(category)
    terms = {
        pk: (name.casefold(), parent) for pk, name, parent in TaxonomyTerm.objects.values_list("pk", "name", "parent")
    }
    return {term: found for term in terms if (found := _nearest(term, terms, rules))}


def _nearest(term, terms, rules):
    seen = set()
    while term is not None and term not in seen:
        seen.add(term)
        name, parent = terms[term]
        if name in rules:
            return rules[name]
        term = parent
    return None
