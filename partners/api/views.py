"""The public directory for machines: HSDS 3.2, read only, shut unless a manager opens it."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import Http404, JsonResponse
from django.utils.dateparse import parse_date, parse_datetime
from django.views.decorators.http import require_GET

from agency import limits
from agency.models import Agency
from partners.exports.nesting import Tree
from partners.exports.packages import page as a_page
from partners.exports.rows import Rows, public_partners, public_services
from partners.imports.known import as_uuid
from partners.models import Partner, Service, Taxonomy, TaxonomyTerm

A_PAGE, MOST = 20, 100
A_MINUTE = 60
REQUESTS_A_MINUTE = 120  # from one place
KEPT_FOR = 300  # seconds somebody may keep an answer
OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.2/schema/openapi.json"
PROFILE = "https://docs.openreferral.org/en/3.2/hsds/"


def public(view):
    """Open to anybody while a manager has it open; slow down who asks too often."""

    @login_not_required
    @require_GET
    @wraps(view)
    def answer(request, *args, **kwargs):
        if not Agency.objects.filter(publishes_directory=True).exists():
            raise Http404
        if _asks_too_often(request):
            return _json({"error": "Too many requests. Wait a minute."}, status=429)
        return view(request, *args, **kwargs)

    return answer


def _asks_too_often(request):
    return limits.count(f"hsds:{limits.source_of(request)}", A_MINUTE) > REQUESTS_A_MINUTE


def _json(found, status=200):
    answer = JsonResponse(found, status=status, json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = f"public, max-age={KEPT_FOR}" if status == 200 else "no-store"
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@public
def root(request):
    agency = Agency.objects.get()
    return _json({"version": "3.2", "profile": PROFILE, "openapi_url": OPENAPI, "publisher": agency.name})


@public
def services(request):
    return _page(request, _asked(request).order_by("pk"), _services)


def _asked(request):
    """The public services that fit what was asked."""
    found = public_services()
    for word in request.GET.get("search", "")[:100].split():
        found = found.filter(Q(name__icontains=word) | Q(description__icontains=word))
    if organization := request.GET.get("organization_id"):
        found = found.filter(partner__hsds_id=_key(organization))
    if term := request.GET.get("taxonomy_term_id"):
        found = found.filter(terms__term__hsds_id=_key(term)).distinct()
    if taxonomy := request.GET.get("taxonomy_id"):
        found = found.filter(terms__term__taxonomy__hsds_id=_key(taxonomy)).distinct()
    if since := _moment(request.GET.get("modified_after", "")):
        found = found.filter(source_modified_at__gte=since)
    return found


def _services(found):
    rows = Rows(Partner.objects.filter(services__in=found).distinct(), found)
    tree = Tree(rows)
    return [tree.service(row) for row in rows.tables.get("service", ())]


@public
def service(request, key):
    found = public_services().filter(hsds_id=_key(key))
    if not found.exists():
        raise Http404
    return _json(_services(found)[0])


@public
def service_at_locations(request):
    """Each service with each of its places; HSDS has no list of places alone."""
    pairs = Service.locations.through.objects.filter(service__in=_asked(request), location__is_confidential=False)
    return _page(request, pairs.order_by("pk"), _pairs)


def _pairs(found):
    keys = list(found.order_by("pk").values_list("service_id", "location_id"))
    services = Service.objects.filter(pk__in={service for service, _place in keys})
    rows = Rows(Partner.objects.filter(services__in=services).distinct(), services)
    tree, wanted = Tree(rows), {rows.ids["service_at_location"][key] for key in keys}
    return [tree.whole_pair(row) for row in rows.tables["service_at_location"] if row["id"] in wanted]


@public
def organizations(request):
    found = public_partners()
    for word in request.GET.get("search", "")[:100].split():
        found = found.filter(name__icontains=word)
    return _page(request, found.order_by("pk"), _organizations)


def _organizations(found):
    tree = Tree(Rows(found, Service.objects.none()))
    return [tree.organization(row) for row in tree.tables.get("organization", ())]


@public
def organization(request, key):
    found = public_partners().filter(hsds_id=_key(key))
    if not found.exists():
        raise Http404
    return _json(_organizations(found)[0])


@public
def taxonomies(request):
    return _page(request, Taxonomy.objects.order_by("pk"), _taxonomies)


def _taxonomies(found):
    rows = ({"id": str(row.hsds_id), "name": row.name, "description": row.description or row.name, "uri": row.uri,
             "version": row.edition} for row in found)  # fmt: skip
    return [{name: value for name, value in row.items() if value} for row in rows]


@public
def taxonomy_terms(request):
    return _page(request, TaxonomyTerm.objects.select_related("parent").order_by("pk"), _terms)


def _terms(found):
    rows = ({"id": str(row.hsds_id), "code": row.code, "name": row.name, "description": row.description or row.name,
             "parent_id": str(row.parent.hsds_id) if row.parent else "", "taxonomy": row.list_name,
             "language": row.language, "term_uri": row.uri} for row in found)  # fmt: skip
    return [{name: value for name, value in row.items() if value} for row in rows]


def _page(request, found, contents):
    """One page of a list; a number nobody can mean is the first page."""
    size = min(max(_whole(request.GET.get("per_page"), A_PAGE), 1), MOST)
    number = max(_whole(request.GET.get("page"), 1), 1)
    total = found.count()
    keys = list(found.values_list("pk", flat=True)[(number - 1) * size : number * size])
    listed = contents(found.model.objects.filter(pk__in=keys)) if keys else []
    return _json(a_page(listed, total=total, number=number, size=size))


def _whole(said, otherwise):
    return int(said) if said and said.isdecimal() and len(said) < 7 else otherwise


def _key(said):
    found = as_uuid(said)
    if found is None:
        raise Http404
    return found


def _moment(said):
    try:
        return parse_datetime(said) or parse_date(said)
    except ValueError:
        return None
