/* Python in a worker, so that the page stays alive. The page hands it the files of the runtime first, then texts. */
"use strict";

const INDEX = "https://runtime.invalid/"; // Pyodide wants an address; nothing is asked of it
let python = null;

/* A worker that is no module can be started on a page opened from a folder. Pyodide takes it for one if it loads no scripts. */
globalThis.importScripts = undefined;

addEventListener("message", async ({ data }) => {
  try {
    if (data.files) python = started(data.files);
    const answer = await python;
    if (!data.content) return;
    postMessage({ stage: "reading" });
    postMessage({ answer: answer(data.content, data.name, data.year) });
  } catch (error) {
    const lines = String(error.message ?? error).trim().split("\n");
    postMessage({ broken: lines.at(error.name === "PythonError" ? -1 : 0) }); // Python tells the reason last
  }
});

async function started(files) {
  postMessage({ stage: "starting" });
  const ready = {
    "pyodide.asm.wasm": [await unpacked(files["pyodide.asm.wasm.packed"]), "application/wasm"],
    "python_stdlib.zip": [files["python_stdlib.zip"], "application/zip"],
  };
  globalThis.fetch = async (address) => {
    const [content, type] = ready[String(address).replace(INDEX, "")] ?? [];
    if (!content) throw new Error(`${address} was asked for, and nothing is loaded from elsewhere`);
    return new Response(content, { headers: { "Content-Type": type } });
  };
  const { loadPyodide } = await module(files["pyodide.mjs"]);
  const { default: createPyodideModule } = await module(await unpacked(files["pyodide.asm.mjs.packed"]));
  const lockFileContents = new TextDecoder().decode(files["lock.json"]);
  const pyodide = await loadPyodide({ indexURL: INDEX, createPyodideModule, lockFileContents });
  pyodide.unpackArchive(files["analysis.zip"], "zip", { extractDir: "/project" });
  pyodide.runPython("import sys; sys.path.insert(0, '/project'); sys.dont_write_bytecode = True");
  const answer = pyodide.pyimport("analysis.edition.marked_text").answer_json;
  const bytes = pyodide.globals.get("bytes");
  return (content, name, year) => {
    const given = bytes(pyodide.toPy(new Uint8Array(content)));
    try {
      return answer(given, name, year ?? undefined);
    } finally {
      given.destroy();
    }
  };
}

async function unpacked(content) {
  return new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function module(content) {
  const address = URL.createObjectURL(new Blob([content], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
