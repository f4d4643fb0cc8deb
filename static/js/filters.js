// On a phone a row of filters scrolls sideways: the current one is brought into sight.
for (const row of document.querySelectorAll(".filters")) {
  const current = row.querySelector("[aria-current]");
  if (current) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}
