// Injected into the page (capture.js) to hand over what is in front of the user: the start of the road. The script's
// value is a promise of the capture, taken in one idle slice; nothing stays behind in the page.

import { type Captured, serialise } from "./capture/serialise";

const captured = new Promise<Captured>((resolve) => {
  requestIdleCallback(() => resolve(serialise(document, location.href)), { timeout: 500 });
});

export default captured;
