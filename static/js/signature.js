// A signature drawn with a finger, a pen or the mouse. The strokes are kept, so a turned phone loses nothing;
// the hidden field gets black ink on a clear ground, whatever the theme, ready for paper.
function pad(place) {
  const canvas = place.querySelector("canvas");
  const field = place.querySelector('input[type="hidden"]');
  const clear = place.querySelector("[data-clear]");
  const strokes = [];
  let stroke = null;

  function draw(target, ink) {
    const scale = window.devicePixelRatio || 1;
    target.width = canvas.clientWidth * scale;
    target.height = canvas.clientHeight * scale;
    const pen = target.getContext("2d");
    pen.scale(scale, scale);
    Object.assign(pen, { strokeStyle: ink, fillStyle: ink, lineWidth: 2.5, lineCap: "round", lineJoin: "round" });
    strokes.forEach((points) => {
      pen.beginPath();
      points.forEach(([x, y]) => pen.lineTo(x, y));
      if (points.length === 1) pen.arc(...points[0], 1.5, 0, 7);
      pen.stroke();
    });
  }

  const show = () => draw(canvas, getComputedStyle(canvas).color);

  function keep() {
    const paper = document.createElement("canvas");
    draw(paper, "black");
    field.value = strokes.length ? paper.toDataURL("image/png") : "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function begin() {
    strokes.length = 0;
    show();
    keep();
    canvas.focus();
  }

  canvas.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    stroke = [[event.offsetX, event.offsetY]];
    strokes.push(stroke);
    show();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!stroke) return;
    stroke.push([event.offsetX, event.offsetY]);
    show();
  });
  ["pointerup", "pointercancel"].forEach((end) => canvas.addEventListener(end, () => {
    if (stroke) keep();
    stroke = null;
  }));
  canvas.addEventListener("keydown", (event) => {
    if (["Delete", "Backspace", "Escape"].includes(event.key)) begin();
  });
  clear.hidden = false;
  clear.addEventListener("click", begin);
  new ResizeObserver(show).observe(canvas);
}

document.querySelectorAll("[data-signature]").forEach(pad);
