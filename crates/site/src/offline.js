
// The whole page for a second visit without a network. A new version waits until the reader wants it: versions never mix.
const policy = globalThis.trustedTypes?.createPolicy("crosscheck", { createScriptURL: (url) => (url === "{worker}" ? url : "") });
const worker = await navigator.serviceWorker
  ?.register(policy?.createScriptURL("{worker}") ?? "{worker}", { scope: "{root}", updateViaCache: "none" })
  .catch(() => undefined);
if (worker) {
  const offer = () => {
    const newer = document.getElementById("newer");
    newer.hidden = false;
    newer.querySelector("button").onclick = () => worker.waiting?.postMessage("go");
  };
  const watch = (next) => next?.addEventListener("statechange", () => {
    if (next.state === "installed" && navigator.serviceWorker.controller) offer();
  });
  if (worker.waiting && navigator.serviceWorker.controller) offer();
  watch(worker.installing);
  worker.addEventListener("updatefound", () => watch(worker.installing));
  const before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => { if (before) location.reload(); });
  // What it fetches is the site's own files, once: then nothing is asked for any more.
  const first = worker.installing;
  if (first) await new Promise((done) => first.addEventListener("statechange", done, { once: true }));
}
