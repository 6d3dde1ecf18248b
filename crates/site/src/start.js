// Loads program and data side by side, and starts the page over the HTML that is there already.
import init from "./{js}";

const load = async (name, integrity) => {
  const answer = await fetch(new URL(name, import.meta.url), { integrity });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
};

try {
  const wasm = load("{wasm}", "{wasm-integrity}");
  const story = await load("{story}", "{story-integrity}");
  globalThis.crosscheck = { story: new Uint8Array(await story.arrayBuffer()) };
  await init({ module_or_path: wasm });
} catch (error) {
  document.getElementById("stuck").hidden = false;
  throw error;
}
