// Files that the user gives: refused when too large, images told from documents, documents read in a worker.

import { toDataUrl } from "./bytes";
import type { Reading } from "./engine";
import type { LoupeError } from "./errors";
import { inWorker } from "./in-worker";

/** The same as the engine's own limit; known here so that nothing larger is ever taken into memory. */
export const MAX_FILE_BYTES = 25_000_000;

export type Given =
  | { kind: "reading"; reading: Reading }
  | { kind: "image"; name: string; data: string }
  | { kind: "error"; error: LoupeError };

/** An image by its first bytes: names lie. */
export function isImage(head: Uint8Array): boolean {
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  const riff = starts(0x52, 0x49, 0x46, 0x46) && head[8] === 0x57 && head[9] === 0x45;
  return starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38) || riff;
}

/** Takes one file. Never throws: what is wrong is told in one line. */
export async function takeFile(file: File): Promise<Given> {
  const error = (id: string, message: string): Given => ({
    kind: "error",
    error: { id, message, input: file.name },
  });
  if (file.size > MAX_FILE_BYTES) return error("too-large", "larger than 25 MB: export a smaller copy");
  if (file.size === 0) return error("empty-file", "the file is empty");
  try {
    if (isImage(new Uint8Array(await file.slice(0, 12).arrayBuffer()))) {
      return { kind: "image", name: file.name, data: await toDataUrl(file) };
    }
    const answer = await inWorker({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    return "error" in answer
      ? { kind: "error", error: { ...answer.error, input: file.name } }
      : { kind: "reading", reading: answer.reading };
  } catch {
    // A folder, or a file that went away between the choice and the reading.
    return error("unreadable-file", "the browser could not read this file");
  }
}
