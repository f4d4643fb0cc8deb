// What must be read first takes the focus: the list of errors, the two versions of a merge. Also after an htmx answer.
const takeFocus = (root) => root.querySelector("[data-focus]")?.focus();
takeFocus(document);
document.addEventListener("htmx:afterSwap", (event) => takeFocus(event.target));

// Of several questions one is open: when the one above folds, the one just opened stays in sight.
const staysInSight = ({ target: item }) => {
  if (item.open && item.getBoundingClientRect().top < 0) item.scrollIntoView();
};
document.querySelectorAll("details.item[name]").forEach((item) => item.addEventListener("toggle", staysInSight));
