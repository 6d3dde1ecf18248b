
// What is far from the screen has no size of its own until it was laid out once: a few parts in each frame, so that the page keeps
// answering.
const parts = [...document.querySelectorAll("tbody tr, .lens")];
const frame = () => new Promise(requestAnimationFrame);
await frame();
while (parts.length) {
  const some = parts.splice(0, parts[0].matches("tr") ? 3 : 1);
  const show = (how) => some.forEach((part) => { part.style.contentVisibility = how; });
  show("visible");
  await frame();
  show("");
}
