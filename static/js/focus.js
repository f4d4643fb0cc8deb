// What must be read first takes the focus: the list of errors, the two versions of a merge. Also after an htmx answer.
const takeFocus = (root) => root.querySelector("[data-focus]")?.focus();
takeFocus(document);
document.addEventListener("htmx:afterSwap", (event) => takeFocus(event.target));
