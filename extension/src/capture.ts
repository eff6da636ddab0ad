// Injected into the page (capture.js) to hand over what is in front of the user: the start of the road. The script's
// value is a promise of the capture, taken in one idle slice; nothing stays behind in the page.

import { type Marked, mark } from "./capture/mark";
import { type Captured, serialise } from "./capture/serialise";

// Set in the extension's own world (the page has another) when the quick way was not understood; taken away at once.
const world = globalThis as { loupeThorough?: boolean };
const thorough = world.loupeThorough === true;
delete world.loupeThorough;

const captured = new Promise<Marked | Captured>((resolve) => {
  requestIdleCallback(
    () =>
      resolve((thorough ? undefined : mark(document, location.href)) ?? serialise(document, location.href)),
    { timeout: 500 },
  );
});

export default captured;
