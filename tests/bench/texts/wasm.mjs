// What sketching texts and looking them up cost in V8, compiled as the extension's module is: `examples/in_wasm.rs`, whose file
// is named. Time of the process: the clock would count what else the machine does.
//
//   node tests/bench/texts/wasm.mjs FILE [PEOPLE...]

import { readFileSync } from "node:fs";

const [file = "", ...sizes] = process.argv.slice(2);

for (const people of sizes.length > 0 ? sizes : ["100000"]) {
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
  const bench = /** @type {Record<string, (...numbers: number[]) => number>} */ (instance.exports);

  /** What a call takes in ms, once the compiler's second look is over, and what it says. @param {string} name @param {number} times @returns {[number, number]} */
  const timed = (name, times) => {
    const call = bench[name];
    if (!call) throw new Error(`${file} has no ${name}`);
    call();
    const before = process.cpuUsage();
    let said = 0;
    for (let nth = 0; nth < times; nth++) said = call();
    const { user, system } = process.cpuUsage(before);
    return [(user + system) / 1000 / times, said];
  };
  const probes = bench.fill?.(Number(people)) ?? 0;
  const [sketching, bytes] = timed("sketch", 3);
  const [naming, named] = timed("name", 3);
  const [comparing, found] = timed("compare", 3);
  console.log(
    `sketching ${(bytes / 1000 / sketching).toFixed(0)} MB/s; among ${people} people with ${bench.pieces?.()} pieces of text: naming ${(naming / probes).toFixed(2)} ms, comparing ${(named / probes).toFixed(1)} of them ${(comparing / probes).toFixed(2)} ms; ${found} of ${probes} found`,
  );
}
