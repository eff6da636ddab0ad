// Work of the engine's second module, done in a worker that is ended when it takes too long.

import type { FileAnswer, FileAsked, PageAnswer, PageAsked } from "./documents-worker";

const MAX_MS = 20_000;

/** Has it done. Never throws. The bytes of a file are handed over: they are gone here. */
export function inWorker(asked: FileAsked): Promise<FileAnswer>;
export function inWorker(asked: PageAsked): Promise<PageAnswer>;
export function inWorker(asked: FileAsked | PageAsked): Promise<FileAnswer | PageAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("documents-worker.js", document.baseURI), { type: "module" });
    const end = (answer: FileAnswer | PageAnswer) => {
      clearTimeout(late);
      // A fresh one each time: memory that a hostile file made grow is given back.
      worker.terminate();
      resolve(answer);
    };
    const fail = (id: string, message: string) => end({ error: { id, message } });
    const late = setTimeout(() => fail("too-slow", "took more than 20 seconds and was stopped"), MAX_MS);
    worker.onmessage = ({ data }: MessageEvent<FileAnswer | PageAnswer>) => end(data);
    worker.onerror = () => fail("worker-failed", "the reader of files could not be started");
    worker.postMessage(asked, "bytes" in asked ? [asked.bytes.buffer as ArrayBuffer] : []);
  });
}
