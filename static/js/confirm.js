// Asks before a form with data-confirm="Sentence" is sent; data-confirm-yes and data-confirm-no name the two buttons.
// Without scripts the server asks on a page of its own; the answer is the same field, confirmed=1.
function ask(form) {
  const dialog = document.createElement("dialog");
  const button = (value, words, css) => {
    const made = document.createElement("button");
    made.value = value;
    made.className = `btn ${css}`;
    made.textContent = words;
    return made;
  };
  const question = document.createElement("p");
  question.textContent = form.dataset.confirm;
  question.id = "confirm-question";
  const choices = document.createElement("form");
  choices.method = "dialog";
  choices.className = "row-wrap";
  choices.append(
    button("yes", form.dataset.confirmYes, "confirmUrgent" in form.dataset ? "btn-urgent" : "btn-primary"),
    button("no", form.dataset.confirmNo, "btn-quiet"),
  );
  dialog.className = "sheet sheet-body";
  dialog.setAttribute("aria-labelledby", question.id);
  dialog.append(question, choices);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue === "yes");
    });
  });
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.confirm || form.querySelector('[name="confirmed"]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  if (!(await ask(form))) return;
  const yes = document.createElement("input");
  Object.assign(yes, { type: "hidden", name: "confirmed", value: "1" });
  form.append(yes);
  form.requestSubmit(submitter);
}, true);
