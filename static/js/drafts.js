// Keeps the words of <form data-draft="KEY" data-draft-url="URL" data-draft-label="A note"> on the server while they are typed.
// Passwords and files never leave this way. The sentences come from the form's .saved element, so they are translated.
const PAUSE = 1500;
const AGAIN = 15000;

function typedIn(form) {
  const typed = new FormData(form);
  const secret = [...form.querySelectorAll('input[type="password"], input[type="file"]')].map((input) => input.name);
  ["csrfmiddlewaretoken", ...secret].forEach((name) => typed.delete(name));
  return typed;
}

// The form says what it is and where it stands, also when it is sent after the session has ended.
function introduce(form) {
  const about = { _draft: form.dataset.draft, _path: location.pathname, _label: form.dataset.draftLabel || "" };
  Object.entries(about).forEach(([name, value]) => {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  });
}

function say(form, key, time) {
  const place = form.querySelector(".saved") || document.querySelector(`.saved[data-for="${form.id}"]`);
  if (!place) return;
  const icon = place.querySelector(".icon");
  icon?.classList.toggle("d-none", key !== "kept");
  (place.querySelector("span") || place).textContent = (place.dataset[key] || "").replace("{time}", time || "");
}

function keepWords(form) {
  let waiting = null;
  let sending = null;
  introduce(form);

  async function send() {
    sending?.abort();
    sending = new AbortController();
    const token = form.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: "POST",
        body: typedIn(form),
        headers: { "X-CSRFToken": token, "X-Draft": form.dataset.draft },
        signal: sending.signal,
      });
      if (!answer.ok) throw new Error(answer.status);
      const now = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
      say(form, "kept", now.format(new Date()).toLowerCase());
    } catch (trouble) {
      if (trouble.name === "AbortError") return;
      say(form, "failed");
      plan(AGAIN);
    }
  }

  function plan(pause) {
    clearTimeout(waiting);
    waiting = setTimeout(send, pause);
  }

  form.addEventListener("input", () => plan(PAUSE));
  form.addEventListener("change", () => plan(PAUSE));
  window.addEventListener("online", () => waiting && plan(0));
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    sending?.abort();
  });
}

document.querySelectorAll("form[data-draft][data-draft-url]").forEach(keepWords);
