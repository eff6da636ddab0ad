// The engine with its memory, started once per life of the background.

import { type Engine, type Reading, startEngine } from "../engine";
import { asError, type LoupeError } from "../errors";
import { isFingerprintsOnly, withoutPicture } from "../pictures";
import { openStore, type Store } from "../store";

export interface Loupe {
  engine: Engine;
  /** The memory on disk; without it Loupe examines and remembers nothing. */
  store?: Store;
  /** Why there is no memory. */
  trouble?: LoupeError;
}

let starting: Promise<Loupe> | undefined;

/** The engine, with everything stored loaded into it. A failed start is tried again at the next call. */
export function loupe(): Promise<Loupe> {
  starting ??= start().catch((thrown) => {
    starting = undefined;
    throw thrown;
  });
  return starting;
}

async function start(): Promise<Loupe> {
  const opening = openStore()
    .then(async (store) => ({ store, rows: await store.rows() }))
    .catch((thrown) => ({ trouble: asError(thrown, undefined, "storage-failed") }));
  const [engine, opened] = await Promise.all([startEngine(chrome.runtime.getURL("loupe_bg.wasm")), opening]);
  if ("trouble" in opened) return { engine, trouble: opened.trouble };
  engine.load(opened.rows);
  void renew(engine, opened.store);
  // Read by the bench: how long after the worker's start the engine is ready.
  performance.mark("loupe-ready");
  return { engine, store: opened.store };
}

/**
 * Makes rows of an earlier format anew from their records, one by one, beside what else is done. Should the worker end, the
 * next start goes on.
 */
async function renew(engine: Engine, store: Store): Promise<void> {
  for (const id of engine.old()) {
    try {
      const record = await store.record(id);
      // What was seen again meanwhile has been written anew.
      if (record && engine.old().includes(id)) await store.put(engine.renew(record));
    } catch {
      // It stays as it is, and is tried again at the next start.
    }
  }
}

/** Remembers what was read. Errors are returned: an examination stands without them. */
export async function remember(
  { engine, store }: Loupe,
  reading: Reading,
  now: number,
): Promise<LoupeError[]> {
  if (!store) return [];
  try {
    const kept = (await isFingerprintsOnly()) ? withoutPicture(reading) : reading;
    const previous = await store.record(engine.sighting_id(reading));
    await store.put(engine.remember(kept, previous, now));
    return [];
  } catch (thrown) {
    return [asError(thrown, reading.source.label, "storage-failed")];
  }
}
