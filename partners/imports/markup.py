"""Words somebody wrote for a web page, as a person reads them: lines for paragraphs, a dash for a point of a list."""

import re
from html.parser import HTMLParser

LINES = {"p", "br", "div", "h1", "h2", "h3", "h4", "tr"}  # each begins a line of its own
KNOWN = LINES | {"ul", "ol", "li", "a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub"}
MARKED = re.compile(rf"</?({'|'.join(sorted(KNOWN, key=len, reverse=True))})(\s[^<>]*)?/?>", re.IGNORECASE)


def plain(said):
    """Without simple marks of HTML. Any other mark stays as it stands: it is shown as words and does nothing."""
    if not MARKED.search(said):
        return said
    reader = _Reader()
    reader.feed(said)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.leads_to = [], ""

    def handle_starttag(self, tag, attrs):
        if tag == "li":
            self.parts.append("\n– ")
        elif tag in LINES:
            self.parts.append("\n")
        elif tag == "a":
            self.leads_to = dict(attrs).get("href") or ""
        elif tag not in KNOWN:
            self.parts.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        if tag in ("p", "ul", "ol"):
            self.parts.append("\n")
        elif tag == "a" and self.leads_to.startswith("http") and self.leads_to not in "".join(self.parts[-1:]):
            self.parts.append(f" ({self.leads_to})")
        elif tag not in KNOWN:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        self.parts.append(data)
