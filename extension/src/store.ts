// The memory on disk: two tables of what the engine gives, keyed by sighting. What the bytes mean belongs to Rust.

import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";
import { Failure } from "./errors";

const NAME = "loupe";
/** Raised when the tables change; every older version has its step in `migrate`. */
const VERSION = 1;

interface Schema extends DBSchema {
  /** Small rows for look-ups, loaded into the engine at start. */
  rows: { key: string; value: Uint8Array };
  /** Full records, fetched one by one. */
  records: { key: string; value: string };
}

/** What the engine wants stored for one sighting. */
export interface Stored {
  id: string;
  row: Uint8Array;
  record: string;
}

export interface Store {
  /** Every row. */
  rows(): Promise<Uint8Array[]>;
  /** The record under `id`, if there is one. */
  record(id: string): Promise<string | undefined>;
  /** The records under `ids`; ids without one are passed over. */
  records(ids: string[]): Promise<string[]>;
  /** Keeps both halves of a sighting, or neither. */
  put(stored: Stored): Promise<void>;
  /** Puts what `change` gives for a record in its place; those for which it gives nothing, or throws, stay as they are. */
  rewrite(change: (record: string) => string | undefined): Promise<void>;
  /** Forgets a sighting. */
  remove(id: string): Promise<void>;
  close(): void;
}

/** Brings the tables from version `from` to `VERSION`, one step after the other. */
function migrate(db: IDBPDatabase<Schema>, from: number): void {
  // Each step leads to the next.
  switch (from) {
    case 0:
      db.createObjectStore("rows");
      db.createObjectStore("records");
    // case 1: the step to version 2 will stand here.
  }
}

/** Opens the memory. Throws a `Failure` that says what to do; nothing stored is ever deleted to get on. */
export async function openStore(): Promise<Store> {
  let blocked: (() => void) | undefined;
  const waited = new Promise<never>((_, reject) => {
    blocked = () => reject(new Failure("storage-blocked", "another window of Loupe holds the memory open"));
  });
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  try {
    opening = openDB<Schema>(NAME, VERSION, {
      upgrade: (db, from) => migrate(db, from),
      blocked: () => blocked?.(),
      // A newer version of Loupe wants to upgrade: give way. Using this one afterwards is a typed error.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    return wrap(await Promise.race([opening, waited]));
  } catch (thrown) {
    // Blocked, it may still open later: by then nobody holds it.
    void opening?.then((db) => db.close()).catch(() => {});
    throw failure(thrown);
  }
}

type Table<Name extends "rows" | "records"> = IDBPObjectStore<
  Schema,
  ("rows" | "records")[],
  Name,
  "readwrite"
>;

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // A record that is damaged, or of a newer version: never touched.
    return undefined;
  }
}

function abort(write: { abort(): void }): void {
  try {
    write.abort();
  } catch {
    // It has ended already.
  }
}

function wrap(db: IDBPDatabase<Schema>): Store {
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw failure(thrown);
    }
  };
  /** Changes both tables, or neither. */
  const both = (change: (rows: Table<"rows">, records: Table<"records">) => (() => Promise<unknown>)[]) =>
    guard(async () => {
      const write = db.transaction(["rows", "records"], "readwrite");
      const done = write.done.catch(() => {});
      const asked: Promise<unknown>[] = [];
      try {
        const steps = change(write.objectStore("rows"), write.objectStore("records"));
        for (const step of steps) asked.push(step());
        await Promise.all(asked);
      } catch (thrown) {
        // A failed request ends the transaction by itself; a refused one does not.
        abort(write);
        await Promise.allSettled([...asked, done]);
        throw thrown;
      }
      await write.done;
    });
  return {
    rows: () => guard(() => db.getAll("rows")),
    record: (id) => guard(() => db.get("records", id)),
    records: (ids) =>
      guard(async () => {
        const read = db.transaction("records").store;
        const found = await Promise.all(ids.map((id) => read.get(id)));
        return found.filter((record) => record !== undefined);
      }),
    put: ({ id, row, record }) =>
      both((rows, records) => [() => rows.put(row, id), () => records.put(record, id)]),
    rewrite: (change) =>
      guard(async () => {
        const write = db.transaction("records", "readwrite");
        // One at a time: all of them may be more than fits in memory.
        for (let at = await write.store.openCursor(); at; at = await at.continue()) {
          const changed = attempt(() => change(at?.value ?? ""));
          if (changed !== undefined) await at.update(changed);
        }
        await write.done;
      }),
    remove: (id) => both((rows, records) => [() => rows.delete(id), () => records.delete(id)]),
    close: () => db.close(),
  };
}

function failure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const name = thrown instanceof Error ? thrown.name : "";
  const because = { cause: thrown };
  if (name === "QuotaExceededError") {
    return new Failure(
      "storage-full",
      "the disk is full: this was not remembered, earlier memory is kept",
      because,
    );
  }
  if (name === "VersionError") {
    return new Failure("storage-newer", "the memory was written by a newer Loupe: update this one", because);
  }
  return new Failure(
    "storage-failed",
    "the memory could not be used; what is stored was not changed",
    because,
  );
}
