// Loads program and data side by side, and starts the page over the HTML that is there already.
import init from "./{js}";

const load = (name, integrity) => fetch(new URL(name, import.meta.url), { integrity });
const wasm = load("{wasm}", "{wasm-integrity}");
const story = load("{story}", "{story-integrity}");
globalThis.crosscheck = { story: new Uint8Array(await (await story).arrayBuffer()) };
await init({ module_or_path: wasm });
