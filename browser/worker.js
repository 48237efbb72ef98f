/* Python in a worker, so that the page stays alive: it loads the runtime once and answers with what the rules find. */
let python = null;
let loaded = 0;

addEventListener("message", async ({ data }) => {
  try {
    python ??= started(new URL(".", import.meta.url));
    const answer = await python;
    postMessage({ stage: "reading" });
    postMessage({ answer: answer(data.content, data.name, data.year) });
  } catch (error) {
    const lines = String(error.message ?? error).trim().split("\n");
    postMessage({ broken: lines.at(error.name === "PythonError" ? -1 : 0) }); // Python tells the reason last
  }
});

async function started(folder) {
  const fetched = async (name) => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok) throw new Error(`${name} of this book did not come (${response.status})`);
    return response.body.pipeThrough(new TransformStream({ transform: counted }));
  };
  const unpacked = async (name, type) => {
    const body = (await fetched(`${name}.packed`)).pipeThrough(new DecompressionStream("gzip"));
    return new Response(body, { headers: { "Content-Type": type } });
  };
  const parts = Promise.all([
    import(new URL("pyodide.mjs", folder)),
    unpacked("pyodide.asm.mjs", "text/javascript").then(module),
    unpacked("pyodide.asm.wasm", "application/wasm").then((response) => response.arrayBuffer()),
    fetched("python_stdlib.zip").then((body) => new Response(body).arrayBuffer()),
    fetched("analysis.zip").then((body) => new Response(body).arrayBuffer()),
    fetched("lock.json").then((body) => new Response(body).json()),
  ]);
  const [{ loadPyodide }, createPyodideModule, wasm, library, rules, lockFileContents] = await parts;
  postMessage({ stage: "starting" });
  const ready = { "pyodide.asm.wasm": [wasm, "application/wasm"], "python_stdlib.zip": [library, "application/zip"] };
  const outside = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const [content, type] = ready[new URL(address, folder).pathname.split("/").at(-1)] ?? [];
    if (!content) throw new Error(`${address} was asked for, and nothing is loaded from elsewhere`);
    return new Response(content, { headers: { "Content-Type": type } });
  };
  const pyodide = await loadPyodide({ indexURL: folder.href, createPyodideModule, lockFileContents });
  globalThis.fetch = outside;
  pyodide.unpackArchive(rules, "zip", { extractDir: "/project" });
  pyodide.runPython("import sys; sys.path.insert(0, '/project'); sys.dont_write_bytecode = True");
  const answer = pyodide.pyimport("analysis.marked_text").answer;
  const bytes = pyodide.globals.get("bytes");
  answer(bytes(pyodide.toPy(new TextEncoder().encode("一"))), "", null); // reads the dictionary
  return (content, name, year) => {
    const given = bytes(pyodide.toPy(new Uint8Array(content)));
    try {
      return answer(given, name, year ?? undefined);
    } finally {
      given.destroy();
    }
  };
}

async function module(response) {
  const address = URL.createObjectURL(new Blob([await response.text()], { type: "text/javascript" }));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function counted(chunk, controller) {
  loaded += chunk.byteLength;
  postMessage({ loaded });
  controller.enqueue(chunk);
}
