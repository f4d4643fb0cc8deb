// A form that counts once (it carries the hidden field _once) is sent once: its buttons rest while it is on its way.
const FREE_AGAIN = 10000;
const buttonsOf = (form) => form.querySelectorAll("button");

function free(form) {
  delete form.dataset.sent;
  buttonsOf(form).forEach((button) => { button.disabled = false; });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.querySelector('[name="_once"]')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => buttonsOf(form).forEach((button) => { button.disabled = true; })); // after its own value has gone along
  setTimeout(() => free(form), FREE_AGAIN);
});

window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(free));
