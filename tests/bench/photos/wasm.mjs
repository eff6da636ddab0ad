// What sketching and looking up cost in V8, compiled as the extension's module is: `examples/in_wasm.rs`, whose file is named.
// Time of the process: the clock would count what else the machine does.
//
//   node tests/bench/photos/wasm.mjs FILE [PEOPLE] [PHOTOS...]

import { readFileSync } from "node:fs";

const [file = "", people = "90", ...sizes] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
const bench = /** @type {Record<string, (...numbers: number[]) => number>} */ (instance.exports);

/** What one call of many takes, in ms. @param {string} name @param {number} times @param {number} parts */
function timed(name, times, parts = 1) {
  const call = bench[name];
  if (!call) throw new Error(`${file} has no ${name}`);
  // The compiler's second, slower look at the code is over then.
  for (let warm = 0; warm < times; warm++) call();
  const before = process.cpuUsage();
  for (let nth = 0; nth < times; nth++) call();
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1000 / times / parts).toFixed(2)} ms`;
}

for (const photos of sizes.length > 0 ? sizes : ["100000"]) {
  const probes = bench.fill?.(Number(people), Number(photos)) ?? 0;
  console.log(`a sketch ${timed("sketch", 30)}; look-ups among ${photos}: candidates ${timed("name", 3, probes)}, comparing them ${timed("compare", 3, probes)}; of ${probes}`);
}
