// The second module of the engine: reads files, and takes the people out of a page. Loaded when the first of either
// comes, inside a worker.

import init, { max_file_bytes, read_file, redact } from "./generated/documents.js";

export type { PageCapture, Reading } from "./generated/loupe.js";
export { max_file_bytes as maxFileBytes, read_file as readFile, redact };

export async function startDocuments(address: string): Promise<void> {
  await init({ module_or_path: new URL(address) });
}
