// Keeps the files of one version of the site and serves them without a network. Version {version}.

// Several sites of one host share its storage, and each looks after its own.
const own = `crosscheck ${registration.scope} `;
const cache = `${own}{version}`;
const files = {files};
const at = (name) => new URL(name, registration.scope).href;
const addresses = new Set(files.map(([name]) => at(name)));

// All or nothing: a file that does not come, or comes from another version, fails the installation, and the old version stays.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const answers = await Promise.all(files.map(([name, integrity]) => fetch(at(name), { cache: "no-cache", integrity })));
  if (answers.some((answer) => !answer.ok)) throw new Error("a file of this version is missing");
  const store = await caches.open(cache);
  await Promise.all(answers.map((answer, index) => store.put(at(files[index][0]), answer)));
})().catch(async (error) => { await caches.delete(cache); throw error; })));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(own) && name !== cache);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
})()));

self.addEventListener("message", (event) => { if (event.data === "go") skipWaiting(); });

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  url.search = url.hash = "";
  if (url.pathname.endsWith("/index.html")) url.pathname = url.pathname.slice(0, -"index.html".length);
  event.respondWith((async () => {
    // A page that was answered from here stays readable as one version even while a newer one is on the server. Storage that is
    // broken is as good as none.
    const kept = await caches.match(url.href, { cacheName: cache }).catch(() => undefined);
    if (kept) return kept;
    const folder = `${url.href}/`;
    if (addresses.has(folder)) return Response.redirect(folder + new URL(event.request.url).search);
    if (!addresses.has(url.href)) return fetch(event.request);
    // A file of this version that is neither here nor there any more: this version is over, and the next page is the server's.
    const answer = await fetch(url.href, { cache: "no-cache" });
    if (answer.status === 404) await caches.delete(cache);
    return answer;
  })());
});
