"""How far a service is from a ZIP code: in miles, along the earth, from the middle of where the ZIP code lies."""

from django.db.models import Exists, F, FloatField, Func, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Left

from partners.models import Service, ServiceArea, ZipPlace

EARTH = 3958.8  # its radius, in miles


class Miles(Func):
    """Between two points, by the haversine formula: latitude and longitude of the one, then of the other."""

    arity = 4
    output_field = FloatField()

    def as_sql(self, compiler, connection, **context):
        """As it stands in books: each part of it as an expression of Django's took longer to write than to answer."""
        (lat, lon, north, east), params = zip(*map(compiler.compile, self.get_source_expressions()), strict=True)
        lats = [*params[0], *params[2]]
        sql = (
            f"2 * {EARTH} * asin(sqrt(least(1.0, power(sin(radians({lat} - {north}) / 2), 2)"
            f" + cos(radians({north})) * cos(radians({lat})) * power(sin(radians({lon} - {east}) / 2), 2))))"
        )
        return sql, [*lats, *params[2], *params[0], *params[1], *params[3]]


def where(zip_code):
    """Where a ZIP code lies; None for one we do not know."""
    return ZipPlace.objects.filter(code=zip_code).first() if zip_code else None


def _middle(field):
    """Of a place without a spot on the map: the middle of its ZIP code."""
    return Subquery(ZipPlace.objects.filter(code=Left(OuterRef("location__postal_code"), 5)).values(field)[:1])


def _miles(here):
    """From `here` to a place."""
    lat = Coalesce(F("location__latitude"), _middle("lat"), output_field=FloatField())
    lon = Coalesce(F("location__longitude"), _middle("lon"), output_field=FloatField())
    return Miles(lat, lon, Value(here.lat, FloatField()), Value(here.lon, FloatField()))


def places(here):
    """Places of services one may know of, with their distance."""
    return Service.locations.through.objects.filter(location__is_confidential=False).annotate(miles=_miles(here))


def with_miles(services, here):
    """Each with the distance of its nearest place; None when it has none one may know of."""
    nearest = places(here).filter(service=OuterRef("pk")).values("service").annotate(nearest=Min("miles"))
    return services.annotate(miles=Subquery(nearest.values("nearest"), output_field=FloatField()))


def within(services, here, most):
    """Those with a place so near, and those without any place which serve this ZIP code or say no area at all."""
    anywhere = Service.locations.through.objects.filter(service=OuterRef("pk"))
    areas = ServiceArea.objects.filter(service=OuterRef("pk"))
    comes = ~Exists(anywhere) & (Exists(areas.filter(zips__contains=[here.code])) | ~Exists(areas.exclude(zips=[])))
    return services.filter(Q(pk__in=places(here).filter(miles__lte=most).values("service")) | comes)
