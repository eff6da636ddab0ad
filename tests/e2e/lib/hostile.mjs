// Files made to harm: written when the tests run, because nobody wants them in a repository.

import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateRawSync, deflateSync } from "node:zlib";

/** @param {string} name */
export const sample = (name) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));

/** @param {Uint8Array} bytes */
export function checksum(bytes) {
  if (typeof crc32 === "function") return crc32(bytes);
  // Node 20 before 20.15 has none.
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A résumé that was cut off while it was downloaded. @param {string} folder */
export function truncatedPdf(folder) {
  const file = join(folder, "cut-short.pdf");
  writeFileSync(file, readFileSync(sample("maren-holtby.pdf")).subarray(0, 20_000));
  return file;
}

/** 60 MB that begin like a PDF. @param {string} folder */
export function sixtyMegabytes(folder) {
  const file = join(folder, "sixty-megabytes.pdf");
  const handle = openSync(file, "w");
  writeSync(handle, "%PDF-1.7\n");
  ftruncateSync(handle, 60_000_000);
  closeSync(handle);
  return file;
}

/** A Word file of under 1 MB whose text unpacks to 800 MB. @param {string} folder */
export function bombDocx(folder) {
  const size = 800_000_000;
  // Deflating zeros a megabyte at a time: each block ends on a byte, so that one can be repeated.
  const block = Buffer.alloc(1_000_000, "a");
  const packed = deflateRawSync(block, { level: 9, finishFlush: 2 });
  const last = deflateRawSync(Buffer.alloc(0));
  const body = Buffer.concat([...Array(size / block.length).fill(packed), last]);
  // The checksum is not right, and no reader gets far enough to see it.
  const file = join(folder, "bomb.docx");
  writeFileSync(file, zip([{ name: "word/document.xml", body, size, crc: 0x12345678 }]));
  return file;
}

/** @param {{name: string, body: Buffer, size: number, crc: number}[]} entries */
export function zip(entries) {
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let at = 0;
  for (const { name, body, size, crc } of entries) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name)]);
    const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, Buffer.alloc(14), Buffer.from(name)]);
    central.writeUInt32LE(at, 42);
    parts.push(local, body);
    directory.push(central);
    at += local.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.reduce((sum, d) => sum + d.length, 0), 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** A PNG of a hundred bytes that says it is 60,000 pixels wide and high. @param {string} folder */
export function falseSizePng(folder) {
  /** @param {string} type @param {Buffer} data */
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(checksum(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(60_000, 0);
  head.writeUInt32BE(60_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const file = join(folder, "false-size.png");
  writeFileSync(file, Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.alloc(64))), chunk("IEND", Buffer.alloc(0))]));
  return file;
}

/** A résumé in plain text of 1.8 MB. @param {string} folder */
export function longText(folder) {
  const file = join(folder, "long.txt");
  const line = "Engineer who built storage that survives the bad day, in Hull and in Bergen, with six others.\n\n";
  writeFileSync(file, `Wren Ashdown\n\n${line.repeat(Math.ceil(1_800_000 / line.length))}`);
  return file;
}

export const DEPTH = 100_000;

/** A résumé as a web page, its words under 100,000 boxes. @param {string} folder */
export function deepHtml(folder) {
  const file = join(folder, "deep.html");
  writeFileSync(file, `<!doctype html><title>Deep Thought</title><h1>Deep Thought</h1>${"<div>".repeat(DEPTH)}Engineer${"</div>".repeat(DEPTH)}`);
  return file;
}
