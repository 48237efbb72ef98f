/* Python in a worker, so that the page stays alive. The page hands it the files of the runtime first, then texts. */
"use strict";

const INDEX = "https://runtime.invalid/"; // Pyodide wants an address; nothing is asked of it
let python = null;
let reports = null; // numbers of the reports as JSON, once a text is to be compared

/* A worker that is no module can be started on a page opened from a folder. Pyodide takes it for one if it loads no scripts. */
globalThis.importScripts = undefined;

addEventListener("message", async ({ data }) => {
  try {
    if (data.files) python = started(data.files);
    // a promise, since the next message may come before the numbers are unpacked
    if (data.reports) reports = unpacked(data.reports).then((content) => new TextDecoder().decode(content));
    const { read, compare } = await python;
    if (!data.content) return;
    postMessage({ stage: data.levels ? "comparing" : "reading" });
    if (data.levels) postMessage({ compared: compare(data.content, data.name, data.year, await reports, data.levels) });
    else postMessage({ answer: read(data.content, data.name, data.year) });
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
  const { answer_json: answer, comparison_json: comparison } = pyodide.pyimport("analysis.edition.marked_text");
  const bytes = pyodide.globals.get("bytes");
  const given = (content, run) => {
    const copy = bytes(pyodide.toPy(new Uint8Array(content)));
    try {
      return run(copy);
    } finally {
      copy.destroy();
    }
  };
  return {
    read: (content, name, year) => given(content, (copy) => answer(copy, name, year ?? undefined)),
    compare: (content, name, year, known, levels) =>
      given(content, (copy) => {
        const asked = pyodide.toPy(levels);
        try {
          return comparison(copy, name, year, known, asked);
        } finally {
          asked.destroy();
        }
      }),
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
