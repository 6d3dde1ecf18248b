{settle}// Starts the page from what stands in this very file.
const packed = (id) => {
  const text = document.getElementById(id).textContent;
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer().then((buffer) => new Uint8Array(buffer));
};

try {
  const [program, story, words] = await Promise.all(["program", "story", "words"].map(packed));
  globalThis.crosscheck = { story, words };
  await __wbg_init({ module_or_path: program });
  document.documentElement.classList.add("live");
} catch (error) {
  document.getElementById("stuck").hidden = false;
  console.error(error);
}
