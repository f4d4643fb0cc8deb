"""Where the words of an open form are kept while they are typed."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts, held
from agency.access import Permission, requires
from agency.context import first_page


@requires(Permission.STAFF)
@require_POST
def save(request):
    """Keep what static/js/drafts.js sends; the key is the form's, the owner is whoever sends it."""
    key = request.POST.get("_draft", "")
    if not key:
        return JsonResponse({"error": _("This form does not say what it is.")}, status=400)
    path = request.POST.get("_path", "")
    here = path.startswith("/") and url_has_allowed_host_and_scheme(path, None)
    typed, label = drafts.typed_in(request.POST), request.POST.get("_label", "")
    draft = drafts.keep(request.user, key, typed, path=path if here else "", label=label)
    if draft is None:
        return JsonResponse({"error": _("This is too much to keep as a draft. Save the form.")}, status=413)
    return JsonResponse({"saved_at": draft.saved_at.isoformat()})


@requires(Permission.STAFF)
@require_POST
def throw_away(request, pk):
    """The person does not want these words any more."""
    draft = get_object_or_404(request.user.drafts.all(), pk=pk)
    held.refuse(draft.family_id)
    draft.delete()
    return redirect(first_page(request.user))
