"""What the templates of this room ask for."""

from django import template

from families import panels

register = template.Library()


@register.filter
def of(table, key):
    """What `table` holds for `key`; nothing when it holds nothing, or is not there."""
    return table.get(key, ()) if table else ()


@register.filter
def who(family):
    """“Elena and Rafael, with Angel (4)”."""
    return panels.who(family)
