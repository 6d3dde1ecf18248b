
// The whole page for a second visit without a network. A new version waits until the reader wants it: versions never mix.
const policy = globalThis.trustedTypes?.createPolicy("crosscheck", { createScriptURL: (url) => (url === "{worker}" ? url : "") });
const worker = await navigator.serviceWorker
  ?.register(policy?.createScriptURL("{worker}") ?? "{worker}", { scope: "{root}", updateViaCache: "none" })
  .catch(() => undefined);
if (worker) {
  const newer = document.getElementById("newer");
  const offer = () => { newer.hidden = !navigator.serviceWorker.controller; };
  const watch = (next) => next?.addEventListener("statechange", () => { if (next.state === "installed") offer(); });
  // Another tab may have taken it already. This one goes on with what it has until its reader wants the new version too.
  let asked = false;
  newer.querySelector("button").onclick = () => {
    asked = true;
    if (worker.waiting) worker.waiting.postMessage("go");
    else location.reload();
  };
  const before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (before) offer();
  });
  if (worker.waiting) offer();
  watch(worker.installing);
  worker.addEventListener("updatefound", () => watch(worker.installing));
  // What it fetches is the site's own files, once: then nothing is asked for any more.
  const first = worker.installing;
  if (first) await new Promise((done) => first.addEventListener("statechange", done, { once: true }));
}
