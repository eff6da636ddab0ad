// The engine in a web page: files in, a report out. Nothing is uploaded and nothing is remembered.

import { batch, signal } from "@preact/signals";
import { type Engine, type Reading, type Report, startEngine } from "../extension/src/engine";
import { asError, Failure, type LoupeError } from "../extension/src/errors";
import { type Given, takeFile } from "../extension/src/files";
import { plainPicture, readImage } from "../extension/src/image";
import { withFile } from "../extension/src/protocol";

export const report = signal<Report | undefined>(undefined);
export const files = signal<Reading[]>([]);
export const reading = signal<string | undefined>(undefined);
export const errors = signal<LoupeError[]>([]);

let starting: Promise<Engine> | undefined;

function engine(): Promise<Engine> {
  starting ??= startEngine(new URL("loupe_bg.wasm", document.baseURI).href);
  return starting;
}

export async function add(given: File[]): Promise<void> {
  errors.value = [];
  for (const file of given) {
    reading.value = file.name;
    try {
      const read = await toReading(await takeFile(file));
      files.value = withFile(files.value, read);
    } catch (thrown) {
      errors.value = [...errors.value, asError(thrown, file.name)];
    }
  }
  reading.value = undefined;
  await examine();
}

export async function remove(name: string): Promise<void> {
  files.value = files.value.filter((file) => file.source.address !== name);
  await examine();
}

export function startOver(): void {
  batch(() => {
    report.value = undefined;
    files.value = [];
    errors.value = [];
  });
}

async function toReading(given: Given): Promise<Reading> {
  if (given.kind === "reading") return given.reading;
  if (given.kind === "error") throw new Failure(given.error.id, given.error.message);
  const running = await engine();
  const read = await readImage(running, given.name, given.data);
  errors.value = [...errors.value, ...plainPicture(running, read)];
  return read;
}

async function examine(): Promise<void> {
  if (files.value.length === 0) {
    report.value = undefined;
    return;
  }
  try {
    report.value = (await engine()).examine(files.value, [], [], Date.now());
  } catch (thrown) {
    errors.value = [...errors.value, asError(thrown)];
  }
}
