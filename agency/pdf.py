"""PDF for people: tagged (PDF/UA-1), with a title and a language, made by typst from a template of ours and data."""

import json
import tempfile
from functools import cache
from pathlib import Path

import typst
from django.http import HttpResponse


@cache
def _template(path):
    return Path(path).read_bytes()


def render(template, data, pictures=None):
    """The PDF of a typst template (its path) as bytes. `data` reaches it as JSON and is printed as text, never as code.

    `pictures` are files the template may name ("/logo.png"), by name; it sees no other file. typst refuses a document
    without a title, with skipped headings or pictures without words: that is our check.
    """
    with tempfile.TemporaryDirectory(prefix="pdf-") as folder:
        for name, content in (pictures or {}).items():
            (Path(folder) / name).write_bytes(content)
        return typst.compile(
            _template(template),
            root=folder,
            sys_inputs={"data": json.dumps(data, default=str)},
            format="pdf",
            pdf_standards="ua-1",
        )


def response(content, filename):
    """Show a PDF in the browser under a name that names nobody."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    return answer
