// Reads one file away from the panel's own thread, with the engine's second module. The panel ends it when it takes
// too long.

import { type Reading, readFile, startDocuments } from "./engine/documents";
import { asError, type LoupeError } from "./errors";

/** What the panel sends. */
export interface FileAsked {
  name: string;
  bytes: Uint8Array;
}

/** What it gets back. */
export type FileAnswer = { reading: Reading } | { error: LoupeError };

const started = startDocuments(new URL("documents_bg.wasm", self.location.href).href);

self.onmessage = async ({ data }: MessageEvent<FileAsked>) => {
  let answer: FileAnswer;
  try {
    await started;
    answer = { reading: readFile(data.bytes, data.name) };
  } catch (thrown) {
    answer = { error: asError(thrown, data.name) };
  }
  self.postMessage(answer);
};
