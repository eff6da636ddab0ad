// The engine, as the extension and the web page see it. The only place that knows the generated module.

import init, { Engine } from "./generated/loupe.js";

export type {
  Advert,
  Bar,
  Coverage,
  Crop,
  Document,
  Evidence,
  Fact,
  Finding,
  Gap,
  HiddenText,
  Listing,
  ListReport,
  PageCapture,
  PartCoverage,
  PhotoClaim,
  PhotoOverlay,
  Profile,
  Quote,
  Reading,
  Report,
  SeenRef,
  Segment,
  Source,
  Span,
} from "./generated/loupe.js";
export { decode_photo as decodePhoto } from "./generated/loupe.js";
export { Engine };

/** Starts the engine from the WASM file at `address`. */
export async function startEngine(address: string): Promise<Engine> {
  await init({ module_or_path: new URL(address) });
  return new Engine();
}
