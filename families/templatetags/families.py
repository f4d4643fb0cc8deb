"""What the templates of this room ask for."""

from django import template

register = template.Library()


@register.filter
def of(table, key):
    """What `table` holds for `key`; nothing when it holds nothing, or is not there."""
    return table.get(key, ()) if table else ()
