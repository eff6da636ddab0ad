// The quick way to capture a page, as far as the page's own thread is needed: the browser writes the HTML itself, and
// one walk over the elements notes which are not rendered and which address each image shows. `rewrite` does the rest
// in the background.

import { escapeAttribute, MAX_DEPTH, MAX_ELEMENTS } from "./rules";
import { addressOf, isRendered } from "./serialise";

/** What the page's thread notes. Elements are counted in document order, those of an open shadow root before the host's own children. */
export interface Marked {
  url: string;
  /** The whole document as the browser writes it, scripts and all. */
  raw: string;
  /** The outermost elements with words or images in them that are not rendered. */
  hidden: number[];
  /** The address of every image. */
  images: string[];
  /** How many elements there are. */
  count: number;
}

const MAX_RAW = 16_000_000;

/** Nothing when the page is too deep or too large to be written whole. */
export function mark(document: Document, url: string): Marked | undefined {
  const hidden: number[] = [];
  const images: string[] = [];
  const shadowRoots: ShadowRoot[] = [];
  let count = 0;
  // Three stacks, one step for each level: what comes next there, whose children these are, and that one's number.
  const next: (Element | null)[] = [document.firstElementChild];
  const parents: (Element | null)[] = [null];
  const numbers: number[] = [-1];
  /** From this level on everything is hidden, and known to be, or is of no interest. */
  let quiet = Number.POSITIVE_INFINITY;
  while (next.length > 0) {
    const level = next.length - 1;
    const element = next[level];
    if (!element) {
      next.pop();
      parents.pop();
      numbers.pop();
      continue;
    }
    next[level] = element.nextElementSibling;
    const number = count++;
    if (number >= MAX_ELEMENTS || level >= MAX_DEPTH) return undefined;
    if (level < quiet) quiet = element === document.head ? level + 1 : Number.POSITIVE_INFINITY;
    const isImage = element.localName === "img";
    if (isImage) images.push(addressOf(element));
    const child = element.firstElementChild;
    const shadow = element.shadowRoot;
    if (child || shadow) {
      next.push(child);
      parents.push(element);
      numbers.push(number);
      if (shadow) {
        shadowRoots.push(shadow);
        next.push(shadow.firstElementChild);
        parents.push(element);
        numbers.push(number);
      }
    } else if (
      quiet === Number.POSITIVE_INFINITY &&
      (isImage || element.hasChildNodes()) &&
      !isRendered(element)
    ) {
      // Asking is what costs, so only words and images are asked for. Where they are not seen, the outermost element
      // that hides them is looked for, and what else is in it need not be asked.
      let outermost = number;
      for (let at = level; at > 0; at--) {
        const parent = parents[at];
        if (!parent || parent === document.documentElement || isRendered(parent)) break;
        outermost = numbers[at] ?? outermost;
        quiet = at;
      }
      hidden.push(outermost);
    }
  }
  const root = document.documentElement;
  if (!root?.getHTML) return undefined;
  const raw = shadowRoots.length > 0 ? withShadows(root, shadowRoots) : root.outerHTML;
  return raw.length > MAX_RAW ? undefined : { url, raw, hidden, images, count };
}

/**
 * The one way to have open shadow roots written leaves out the root's own tag, which carries the language. It is not
 * cloned to be written: that runs a page's own constructor.
 */
function withShadows(root: Element, shadowRoots: ShadowRoot[]): string {
  const attributes = root
    .getAttributeNames()
    .map((name) => ` ${name}="${escapeAttribute(root.getAttribute(name) ?? "")}"`);
  return `<${root.localName}${attributes.join("")}>${root.getHTML({ shadowRoots })}</${root.localName}>`;
}
