"""What the templates of other rooms ask of this one."""

from django import template

from referrals import statements

register = template.Library()


@register.inclusion_tag("referrals/_statements.html")
def parent_says(part, user):
    """A parent's own words beside the part of the record they contest. One query."""
    return {"statements": statements.beside(part, user)}
