// Resolved when all of the page is there.
const page = document.readyState === "loading"
  ? new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
  : undefined;

// What is far from the screen is skipped (page.css) and keeps the size that it had when it was laid out.
const root = document.documentElement;
const frame = () => new Promise(requestAnimationFrame);

// Has all of it laid out at once; rows that are hidden have no size to keep.
let measured = 0;
async function measure() {
  const mine = ++measured;
  root.classList.remove("far");
  while (document.querySelector("tbody tr[hidden]")) await new Promise((later) => setTimeout(later, 1000));
  await frame();
  await frame();
  if (mine === measured) root.classList.add("far");
}

// On a plain first visit (far.js) sizes are guessed at first. A few parts are laid out in each frame, so that the page answers
// meanwhile; once the reader does something all that are left, for it must lead to the right place.
async function settle() {
  await page;
  if (!root.matches(".far")) return measure();
  const parts = [...document.querySelectorAll("tbody tr, .lens:not(#read, #names)")];
  let acted = false;
  const act = () => {
    if (!acted && parts.length) measure();
    acted = true;
  };
  for (const kind of ["keydown", "pointerdown", "wheel"]) addEventListener(kind, act, true);
  await frame();
  while (parts.length && !acted) {
    const some = parts.splice(0, parts[0].matches("tr") ? 2 : 1);
    const show = (how) => some.forEach((part) => { part.style.contentVisibility = how; });
    show("visible");
    await frame();
    show("");
  }
}
settle();

// Turned or made wider, all of it has another size. The window's own width is known without laying the page out.
let width = outerWidth;
addEventListener("resize", () => {
  if (width !== outerWidth) measure();
  width = outerWidth;
});

