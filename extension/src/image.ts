// Image files: a profile photo alone, decoded by the browser.

import { fromDataUrl } from "./bytes";
import { decodePhoto, type Engine, type Reading } from "./engine";
import { Failure, type LoupeError } from "./errors";

/** A file of an image, as a `data:` address, as a reading. Throws what is wrong with it, in one line. */
export async function readImage(engine: Engine, name: string, data: string): Promise<Reading> {
  const image = fromDataUrl(data);
  if (!image) throw new Failure("damaged", "not an image that can be decoded");
  return engine.read_image(await decodePhoto(image.bytes, image.mime), name);
}

/** The line on a picture that was read and cannot be compared; nothing on any other. */
export function plainPicture(engine: Engine, reading: Reading): LoupeError[] {
  if (engine.is_compared(reading)) return [];
  const message = "too small, or too little in it, to be told from others: it is compared with nothing";
  return [{ id: "plain-picture", message, input: reading.source.label }];
}
