// The memory on disk: two tables of what the engine gives, keyed by sighting. What the bytes mean belongs to Rust.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
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

function wrap(db: IDBPDatabase<Schema>): Store {
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw failure(thrown);
    }
  };
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
      guard(async () => {
        const write = db.transaction(["rows", "records"], "readwrite");
        const both = [
          write.objectStore("rows").put(row, id),
          write.objectStore("records").put(record, id),
          write.done,
        ];
        // All are waited for, so that none is left to fail unheard; the first failure is the one told.
        await Promise.allSettled(both);
        await Promise.all(both);
      }),
    remove: (id) =>
      guard(async () => {
        const write = db.transaction(["rows", "records"], "readwrite");
        const both = [
          write.objectStore("rows").delete(id),
          write.objectStore("records").delete(id),
          write.done,
        ];
        await Promise.allSettled(both);
        await Promise.all(both);
      }),
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
