// Follows work in the background: asks data-progress-url for {"percent", "text", "url", "failed"} and goes to `url` when it is there.
function follow(place) {
  const bar = place.querySelector("progress");
  const words = place.querySelector("[data-progress-text]");
  let pause = 1000;

  async function look() {
    try {
      const answer = await fetch(place.dataset.progressUrl, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const state = await answer.json();
      if (state.text) words.textContent = state.text;
      if (state.url) return location.assign(state.url);
      if (state.percent !== null && state.percent !== undefined) bar.value = state.percent;
      if (state.failed) return bar.remove();
      pause = Math.min(pause * 1.2, 5000);
    } catch {
      words.textContent = place.dataset.lost;
      pause = 5000;
    }
    setTimeout(look, pause);
  }

  setTimeout(look, pause);
}

document.querySelectorAll("[data-progress-url]").forEach(follow);
