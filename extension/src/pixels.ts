// Injected into the page (pixels.js) to see the pixels of images that the capture numbered. The script's value is a
// promise of the pixels of each, or of the place on screen from which the background can cut them out.

import { enters, walk } from "./capture/walk";
import type { ImageAsked, Pixels, PixelsAsked, Rect } from "./protocol";

/** The longer side of a picture handed over; of each where there are many. */
const MAX_SIDE = 800;
const MAX_SIDE_OF_MANY = 256;

/** For each one asked for, the image of that number, if it still shows that address; else the first that does. */
function find(asked: ImageAsked[]): (HTMLImageElement | undefined)[] {
  let number = 0;
  const exact: (HTMLImageElement | undefined)[] = asked.map(() => undefined);
  const alike = [...exact];
  let left = asked.length;
  walk(document, {
    done: () => left === 0,
    leave: () => {},
    shadow: () => "",
    text: () => {},
    enter: (element) => {
      if (element.localName === "img") {
        const image = element as HTMLImageElement;
        const shown = image.currentSrc || image.src;
        asked.forEach((wanted, at) => {
          const same = wanted.address === "" || shown === wanted.address;
          if (same && number === wanted.image && !exact[at]) {
            exact[at] = image;
            left--;
          } else if (same && wanted.address !== "") alike[at] ??= image;
        });
        number++;
      }
      return enters(element) ? "" : null;
    },
  });
  return exact.map((image, at) => image ?? alike[at]);
}

/** The pixels as a PNG, or nothing when the browser keeps them from being read. */
function read(image: HTMLImageElement, side: number): string | undefined {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!image.complete || width === 0 || height === 0) return undefined;
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  try {
    return canvas.toDataURL("image/png");
  } catch {
    // SecurityError: an image of another origin.
    return undefined;
  }
}

/** Asks for an address that the page itself has loaded once more, in a way that lets the pixels be read. */
async function readAgain(address: string): Promise<string | undefined> {
  if (!address.startsWith("https:")) return undefined;
  const image = new Image();
  image.crossOrigin = "anonymous";
  image.referrerPolicy = "no-referrer";
  image.src = address;
  const late = new Promise<never>((_, reject) => setTimeout(reject, 4_000));
  try {
    await Promise.race([image.decode(), late]);
    return read(image, MAX_SIDE);
  } catch {
    return undefined;
  }
}

/** True when the whole image is on screen and nothing that can be seen stands before it. */
function isUncovered(image: HTMLImageElement, rect: DOMRect): boolean {
  const inside = rect.left >= 0 && rect.top >= 0 && rect.right <= innerWidth && rect.bottom <= innerHeight;
  if (
    !inside ||
    rect.width < 32 ||
    rect.height < 32 ||
    !image.checkVisibility({ visibilityProperty: true })
  ) {
    return false;
  }
  const root = image.getRootNode() as Document | ShadowRoot;
  return points(rect, radiusOf(image, rect)).every(([x, y]) => {
    const stack = root.elementsFromPoint(x, y);
    const at = stack.indexOf(image);
    return at >= 0 && !stack.slice(0, at).some(paints);
  });
}

const INSET = 3;

/** A grid of points over a rectangle with round corners, each a little inside of it. */
function points({ left, top, width, height }: DOMRect, radius: number): [number, number][] {
  const steps = [0, 1, 2, 3, 4].map((n) => n / 4);
  return steps.flatMap((across) =>
    steps.flatMap((down): [number, number][] => {
      const x = INSET + (width - 2 * INSET) * across;
      const y = INSET + (height - 2 * INSET) * down;
      // How far the point lies beyond the middle of the corner's arc.
      const dx = Math.max(0, radius - Math.min(x, width - x));
      const dy = Math.max(0, radius - Math.min(y, height - y));
      return Math.hypot(dx, dy) > Math.max(0, radius - INSET) + 0.5 ? [] : [[left + x, top + y]];
    }),
  );
}

/** How round the corners of an image are, by its own style or that of a frame as large as it is. */
function radiusOf(image: HTMLImageElement, rect: DOMRect): number {
  const side = Math.min(rect.width, rect.height);
  let radius = 0;
  for (let at: Element | null = image, up = 0; at && up < 4; at = at.parentElement, up++) {
    if (at.getBoundingClientRect().width > rect.width * 1.2) break;
    const style = getComputedStyle(at).borderTopLeftRadius;
    const length = Number.parseFloat(style) || 0;
    radius = Math.max(radius, style.includes("%") ? (length * side) / 100 : length);
  }
  return Math.min(radius, side / 2);
}

/** True when an element, or what its style puts before or after it, draws anything on its own area. */
function paints(element: Element): boolean {
  if (element.matches("img, canvas, video, iframe, embed, object") || element instanceof SVGElement)
    return true;
  return [null, "::before", "::after"].some((part) => {
    const { content, backgroundImage, backgroundColor } = getComputedStyle(element, part);
    if (part !== null && (content === "none" || content === "normal")) return false;
    return backgroundImage !== "none" || !/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor);
  });
}

/** Waits until what is measured is what is drawn: two frames, or a moment where none are drawn. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 250);
  });
}

/** An image that the page has begun to load, or leaves for later, and that is not there yet. */
function isLoading(image: HTMLImageElement): boolean {
  return !image.complete || (image.currentSrc === "" && image.src !== "");
}

async function pixels(asked: PixelsAsked | undefined): Promise<Pixels[]> {
  if (!asked) return [];
  const images = asked.url === location.href ? find(asked.images) : asked.images.map(() => undefined);
  const side = images.length > 1 ? MAX_SIDE_OF_MANY : MAX_SIDE;
  const known = images.map(async (image): Promise<Pixels | HTMLImageElement> => {
    if (!image) return { kind: "gone" };
    if (isLoading(image)) return { kind: "not-loaded" };
    const again = asked.again ? () => readAgain(image.currentSrc || image.src) : async () => undefined;
    const data = read(image, side) ?? (await again());
    return data === undefined ? image : { kind: "data", data };
  });
  const seen = await Promise.all(known);
  if (seen.some((one) => !("kind" in one))) await drawn();
  return seen.map((one) => ("kind" in one ? one : onScreen(one)));
}

function onScreen(image: HTMLImageElement): Pixels {
  const rect = image.getBoundingClientRect();
  if (document.visibilityState !== "visible" || !isUncovered(image, rect)) return { kind: "covered" };
  const picture = pictureIn(image, rect);
  const radius = Math.max(0, radiusOf(image, rect) - Math.max(picture.x - rect.x, picture.y - rect.y));
  return { kind: "screen", rect: picture, radius, dpr: devicePixelRatio };
}

/** The picture without its frame: sites draw a ring around a photo here and none there. */
function pictureIn(image: HTMLImageElement, { x, y, width, height }: DOMRect): Rect {
  const style = getComputedStyle(image);
  const scale = image.offsetWidth > 0 ? width / image.offsetWidth : 1;
  const side = (name: "Left" | "Right" | "Top" | "Bottom") =>
    scale * (Number.parseFloat(style[`border${name}Width`]) + Number.parseFloat(style[`padding${name}`]));
  const [left, top] = [side("Left"), side("Top")];
  const inner = { width: width - left - side("Right"), height: height - top - side("Bottom") };
  return inner.width < 1 || inner.height < 1
    ? { x, y, width, height }
    : { x: x + left, y: y + top, ...inner };
}

// Set in the extension's own world just before (the page has another); taken away at once.
const world = globalThis as { loupePixelsAsked?: PixelsAsked };
const asked = world.loupePixelsAsked;
delete world.loupePixelsAsked;

export default pixels(asked);
