// Reads one file away from the panel's own thread, or takes the people out of one page, with the engine's second module.
// The panel ends it when it takes too long.

import { type PageCapture, type Reading, readFile, redact, startDocuments } from "./engine/documents";
import { asError, type LoupeError } from "./errors";

/** What the panel sends: a file to read, or a page to take the people out of. */
export interface FileAsked {
  name: string;
  bytes: Uint8Array;
}
export interface PageAsked {
  page: PageCapture;
}

/** What it gets back. */
export type FileAnswer = { reading: Reading } | { error: LoupeError };
export type PageAnswer = { html: string } | { error: LoupeError };

const started = startDocuments(new URL("documents_bg.wasm", self.location.href).href);

self.onmessage = async ({ data }: MessageEvent<FileAsked | PageAsked>) => {
  let answer: FileAnswer | PageAnswer;
  try {
    await started;
    answer = "page" in data ? { html: redact(data.page).html } : { reading: readFile(data.bytes, data.name) };
  } catch (thrown) {
    answer = { error: asError(thrown) };
  }
  self.postMessage(answer);
};
