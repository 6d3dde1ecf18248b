{settle}// Loads program and data side by side, and starts the page over the HTML that is there already. What goes wrong leaves the page
// as it was built: readable.
async function load(name, integrity) {
  const answer = await fetch(name, { integrity });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

// Whether the server has another page by now, which names other files: after a new version was published, a page that the browser
// kept asks for files that are gone. A page that was just loaded anew is as new as it gets: none is loaded anew twice.
async function outdated() {
  if (performance.getEntriesByType("navigation")[0]?.type === "reload") return false;
  try {
    const answer = await fetch(location.pathname, { cache: "no-cache" });
    const page = await answer.text();
    return answer.ok && !["{js}", "{wasm}", "{story}", "{words}", "{articles}"].every((name) => page.includes(name));
  } catch {
    return false;
  }
}

// Puts the articles whole into the page, which come after what a first look needs. Only what the browser has held to its hash becomes
// part of the page.
async function put(articles) {
  await page;
  const policy = globalThis.trustedTypes?.createPolicy("crosscheck-articles", { createHTML: (html) => html });
  document.getElementById("articles").outerHTML = policy?.createHTML(articles) ?? articles;
  // Which of them is read, the address says: it is looked up again, for they were not there when the page was.
  if (location.hash.startsWith("#read-")) location.replace(location.hash);
}

try {
  const bytes = async (name, integrity) => new Uint8Array(await (await load(name, integrity)).arrayBuffer());
  const [{ default: init }, wasm, story, words] = await Promise.all([
    import("{js}"),
    load("{wasm}", "{wasm-integrity}"),
    bytes("{story}", "{story-integrity}"),
    bytes("{words}", "{words-integrity}"),
    load("{articles}", "{articles-integrity}").then((answer) => answer.text()).then(put),
  ]);
  // Most often the files take longer.
  await page;
  globalThis.crosscheck = { story, words };
  await init({ module_or_path: wasm });
  document.documentElement.classList.add("live");
} catch (error) {
  console.error(error);
  if (await outdated()) {
    location.reload();
    // Nothing of the old page goes on.
    await new Promise(() => {});
  }
  await page;
  document.getElementById("stuck").hidden = false;
}
{offline}
// From here on the page can send nothing: the browser itself refuses every connection that it would make. It cannot be taken back.
const lock = document.createElement("meta");
lock.httpEquiv = "Content-Security-Policy";
lock.content = "connect-src 'none'";
document.head.append(lock);
