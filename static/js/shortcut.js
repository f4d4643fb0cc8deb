// "/" goes to the search, "n" opens a note. Not while somebody types, and not together with Ctrl, Alt or Meta.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable], dialog");
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const wanted = document.querySelector(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("a") || !wanted.offsetParent) (wanted.form ? wanted.form.requestSubmit() : wanted.click());
  else wanted.focus();
});

// A print button does nothing without scripts, so it is shown only here.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
