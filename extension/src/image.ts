// Image files: a profile photo alone, decoded by the browser.

import { fromDataUrl } from "./bytes";
import { decodePhoto, type Engine, type Reading } from "./engine";
import { Failure } from "./errors";

/** A file of an image, as a `data:` address, as a reading. Throws what is wrong with it, in one line. */
export async function readImage(engine: Engine, name: string, data: string): Promise<Reading> {
  const image = fromDataUrl(data);
  if (!image) throw new Failure("damaged", "not an image that can be decoded");
  return engine.read_image(await decodePhoto(image.bytes, image.mime), name);
}
