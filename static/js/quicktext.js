// Texts one writes often (<a data-quick="visit" data-words="…" data-contact="…">): pressed, or typed as ";visit ", their words go in
// where the cursor stands. Without scripts each is a link that begins the note with them.
const texts = [...document.querySelectorAll("a[data-quick]")];
const field = texts.length ? document.querySelector("form[data-draft] textarea[name=text]") : null;

function putIn(words, from, to) {
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function meansContact(text) {
  const choice = text.dataset.contact && document.querySelector(`input[name=contact][value="${CSS.escape(text.dataset.contact)}"]`);
  if (choice) choice.checked = true;
}

if (field) {
  texts.forEach((text) => {
    text.addEventListener("click", (event) => {
      event.preventDefault();
      const before = field.value.slice(0, field.selectionStart);
      const gap = before && !/\s$/.test(before) ? " " : "";
      putIn(gap + text.dataset.words, field.selectionStart, field.selectionEnd);
      meansContact(text);
      field.focus();
    });
  });
  field.addEventListener("input", () => {
    const end = field.selectionStart;
    const typed = field.value.slice(0, end).match(/;([a-z0-9_-]+)\s$/i);
    const text = typed && texts.find((one) => one.dataset.quick === typed[1].toLowerCase());
    if (!text) return;
    putIn(`${text.dataset.words} `, end - typed[0].length, end);
    meansContact(text);
  });
}
