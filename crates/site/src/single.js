// Starts the page from what stands in this very file.
const packed = (id) => {
  const text = document.getElementById(id).textContent;
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

try {
  const [program, story] = await Promise.all([packed("program"), packed("story")]);
  globalThis.crosscheck = { story: new Uint8Array(story) };
  await __wbg_init({ module_or_path: program });
} catch (error) {
  document.getElementById("stuck").hidden = false;
  console.error(error);
}
