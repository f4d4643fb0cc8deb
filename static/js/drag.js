// A family dragged onto a colleague chooses that colleague in the family's own field; with a keyboard the field does it.
let dragged = null;

for (const card of document.querySelectorAll("[data-drag]")) {
  card.draggable = true;
  card.addEventListener("dragstart", (event) => {
    dragged = card.dataset.drag;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
    setTimeout(() => document.body.classList.add("is-dragging")); // once the drag has begun: colleagues come in reach
  });
  card.addEventListener("dragend", () => { dragged = null; mark(null); document.body.classList.remove("is-dragging"); });
}

// The rows of colleagues are drawn anew after each choice, so the page listens for them.
const row = (event) => dragged && event.target.closest?.("[data-drop]");

function mark(over) {
  for (const one of document.querySelectorAll(".is-drop")) one.classList.remove("is-drop");
  over?.classList.add("is-drop");
}

document.addEventListener("dragover", (event) => {
  const over = row(event);
  if (over) event.preventDefault();
  mark(over);
});

document.addEventListener("drop", (event) => {
  const over = row(event);
  if (!over) return;
  event.preventDefault();
  const field = document.querySelector(`select[name="${dragged}"]`);
  if (![...field.options].some((option) => option.value === over.dataset.drop)) return;
  field.value = over.dataset.drop;
  field.dispatchEvent(new Event("change", { bubbles: true }));
});
