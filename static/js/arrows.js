// In a list of results the arrow keys walk, Enter opens (it is a link), Escape goes back to the search field.
const field = document.querySelector("[data-arrows-from]");
const links = () => [...document.querySelectorAll("[data-arrows] a.due-who")];

document.addEventListener("keydown", (event) => {
  if (!field || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = links().indexOf(document.activeElement);
  if (document.activeElement !== field && at < 0) return;
  if (event.key === "ArrowDown") go(event, links()[at + 1]);
  else if (event.key === "ArrowUp") go(event, at > 0 ? links()[at - 1] : field);
  else if (event.key === "Escape" && at >= 0) go(event, field);
});

function go(event, to) {
  if (!to) return;
  event.preventDefault();
  to.focus();
}
