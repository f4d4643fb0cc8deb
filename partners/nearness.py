"""How far a service is from a ZIP code: in miles, along the earth, from the middle of where the ZIP code lies."""

from math import cos, radians

from django.db.models import Exists, F, FloatField, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import ASin, Coalesce, Cos, Least, Left, Power, Radians, Sin, Sqrt

from partners.models import Service, ServiceArea, ZipPlace

EARTH = 3958.8  # its radius, in miles


def where(zip_code):
    """Where a ZIP code lies; None for one we do not know."""
    return ZipPlace.objects.filter(code=zip_code).first() if zip_code else None


def _middle(field):
    """Of a place without a spot on the map: the middle of its ZIP code."""
    return Subquery(ZipPlace.objects.filter(code=Left(OuterRef("location__postal_code"), 5)).values(field)[:1])


def _miles(here):
    """From `here` to a place, by the haversine formula."""
    lat = Coalesce(F("location__latitude"), _middle("lat"), output_field=FloatField())
    lon = Coalesce(F("location__longitude"), _middle("lon"), output_field=FloatField())
    north = Power(Sin(Radians(lat - here.lat) / 2), 2)
    east = Power(Sin(Radians(lon - here.lon) / 2), 2)
    return 2 * EARTH * ASin(Sqrt(Least(north + cos(radians(here.lat)) * Cos(Radians(lat)) * east, Value(1.0))))


def _places(here):
    """Places of services one may know of, with their distance."""
    return Service.locations.through.objects.filter(location__is_confidential=False).annotate(miles=_miles(here))


def with_miles(services, here):
    """Each with the distance of its nearest place; None when it has none one may know of."""
    nearest = _places(here).filter(service=OuterRef("pk")).values("service").annotate(nearest=Min("miles"))
    return services.annotate(miles=Subquery(nearest.values("nearest"), output_field=FloatField()))


def within(services, here, most):
    """Those with a place so near, and those without any place which serve this ZIP code or say no area at all."""
    anywhere = Service.locations.through.objects.filter(service=OuterRef("pk"))
    areas = ServiceArea.objects.filter(service=OuterRef("pk"))
    comes = ~Exists(anywhere) & (Exists(areas.filter(zips__contains=[here.code])) | ~Exists(areas.exclude(zips=[])))
    return services.filter(Q(pk__in=_places(here).filter(miles__lte=most).values("service")) | comes)
