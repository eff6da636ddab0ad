// The second module of the engine: reads files. Loaded when the first file comes, inside a worker.

import init, { max_file_bytes, read_file } from "./generated/documents.js";

export type { Reading } from "./generated/loupe.js";
export { max_file_bytes as maxFileBytes, read_file as readFile };

export async function startDocuments(address: string): Promise<void> {
  await init({ module_or_path: new URL(address) });
}
