// The memory on disk: both halves or neither, a version, and never a loss.

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { deleteDB, openDB } from "idb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openStore } from "../src/store";

const one = { id: "00000000000000f3", row: new Uint8Array([1, 2, 3]), record: '{"version":1}' };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The database as the first version of Loupe made it, written by hand: it must open in every later version. */
async function firstVersion(): Promise<void> {
  const db = await openDB("loupe", 1, {
    upgrade(db) {
      db.createObjectStore("rows");
      db.createObjectStore("records");
    },
  });
  await db.put("rows", one.row, one.id);
  await db.put("records", one.record, one.id);
  db.close();
}

describe("store", () => {
  test("keeps and gives back", async () => {
    const store = await openStore();
    await store.put(one);
    expect(await store.rows()).toEqual([one.row]);
    expect(await store.record(one.id)).toBe(one.record);
    expect(await store.records(["nobody", one.id])).toEqual([one.record]);
    await store.remove(one.id);
    expect(await store.rows()).toEqual([]);
    expect(await store.record(one.id)).toBeUndefined();
    store.close();
  });

  test("survives a restart", async () => {
    const before = await openStore();
    await before.put(one);
    before.close();
    const after = await openStore();
    expect(await after.rows()).toEqual([one.row]);
    after.close();
  });

  test("opens what the first version wrote", async () => {
    await firstVersion();
    const store = await openStore();
    expect(await store.rows()).toEqual([one.row]);
    expect(await store.record(one.id)).toBe(one.record);
    store.close();
  });

  test("leaves what a newer version wrote alone, and says so", async () => {
    const newer = await openDB("loupe", 99, { upgrade: (db) => void db.createObjectStore("rows") });
    await newer.put("rows", one.row, one.id);
    newer.close();
    await expect(openStore()).rejects.toMatchObject({ id: "storage-newer" });
    const again = await openDB("loupe", 99);
    expect(await again.get("rows", one.id)).toEqual(one.row);
    again.close();
  });

  test("gives way to a newer version that wants to open", async () => {
    const store = await openStore();
    const newer = await openDB("loupe", 99);
    await expect(store.rows()).rejects.toMatchObject({ id: "storage-failed" });
    newer.close();
  });

  test("says when another window holds an older version open", async () => {
    // A connection of an older version that does not give way.
    const old = await openDB("loupe", 1);
    vi.spyOn(indexedDB, "open").mockImplementationOnce((name) =>
      IDBFactory.prototype.open.call(indexedDB, name, 2),
    );
    await expect(openStore()).rejects.toMatchObject({ id: "storage-blocked" });
    old.close();
    await deleteDB("loupe");
  });

  test("a full disk is told, and what was there stays", async () => {
    const store = await openStore();
    await store.put(one);
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await expect(store.put({ ...one, record: "other" })).rejects.toMatchObject({ id: "storage-full" });
    full.mockRestore();
    expect(await store.record(one.id)).toBe(one.record);
    store.close();
  });

  test("records are rewritten one by one, and those that cannot be stay as they are", async () => {
    const store = await openStore();
    const records = ["picture", "none", "damaged"];
    for (const record of records) await store.put({ ...one, id: record, record });
    await store.rewrite((record) => {
      if (record === "damaged") throw new Error("damaged");
      return record === "picture" ? "no picture" : undefined;
    });
    expect(await store.records(records)).toEqual(["no picture", "none", "damaged"]);
    expect(await store.rows()).toHaveLength(3);
    store.close();
  });

  test("both halves are kept or neither", async () => {
    const store = await openStore();
    const put = IDBObjectStore.prototype.put;
    const broken = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (this.name === "records") throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, key);
    });
    await expect(store.put(one)).rejects.toMatchObject({ id: "storage-full" });
    broken.mockRestore();
    expect(await store.rows()).toEqual([]);
    store.close();
  });
});
