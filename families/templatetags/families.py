"""What the templates of this room ask for."""

from django import template

from families import panels, reaching

register = template.Library()


@register.filter
def of(table, key):
    """What `table` holds for `key`; nothing when it holds nothing, or is not there."""
    return table.get(key, ()) if table else ()


@register.filter
def who(family):
    """“Elena and Rafael, with Angel (4)”."""
    return panels.who(family)


@register.inclusion_tag("components/_safe_contact.html")
def before_reaching(family):
    """The banner of what must be known before anybody reaches out to this family. Three queries."""
    return {"rules": reaching.of_family(family)}
