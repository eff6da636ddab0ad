// Writes the page as the HTML that the engine reads: open shadow roots included, what is not rendered marked, nothing
// that runs, nothing that the user typed. Only reads the page; the page cannot tell.

import { isOpen, type Visitor, walk } from "./walk";

/** What is handed to the engine. */
export interface Captured {
  url: string;
  html: string;
  cut: boolean;
}

const MAX_HTML = 4_000_000;
const MAX_ATTRIBUTE = 8_192;
const MAX_DATA_URL = 4_096;
const MAX_JSON = 200_000;

const VOID = new Set([
  "AREA",
  "BASE",
  "BR",
  "COL",
  "EMBED",
  "HR",
  "IMG",
  "INPUT",
  "LINK",
  "META",
  "SOURCE",
  "TRACK",
  "WBR",
]);
const LEFT_OUT = new Set([
  "CANVAS",
  "EMBED",
  "FRAME",
  "IFRAME",
  "MATH",
  "NOSCRIPT",
  "OBJECT",
  "STYLE",
  "TEMPLATE",
]);
/** Parts of the head that say whose page it is; the rest of the head is for the machine. */
const HEAD = new Set(["TITLE", "META", "BASE"]);
/** What a user typed or chose, how it looks, what it runs. */
const PRIVATE_OR_USELESS = new Set(["value", "checked", "selected", "style", "nonce", "integrity", "sizes"]);

export function escapeText(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : text;
}

export function escapeAttribute(text: string): string {
  return /[&"<]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")
    : text;
}

/** Serialises a document. `url` is given apart, so that a detached document can be serialised in a test. */
export function serialise(document: Document, url: string): Captured {
  const out: string[] = ["<!DOCTYPE html>"];
  const keep = new Map<string, boolean>();
  let length = 0;
  let images = 0;
  let inHidden = false;
  let full = false;

  const push = (text: string) => {
    length += text.length;
    if (length > MAX_HTML) full = true;
    else out.push(text);
  };

  const wanted = (name: string): boolean => {
    let wanted = keep.get(name);
    if (wanted === undefined) {
      // A page that plants our own marks would speak for the capture.
      wanted =
        /^[a-z_][a-z0-9_.:-]*$/.test(name) &&
        !PRIVATE_OR_USELESS.has(name) &&
        !name.startsWith("on") &&
        !name.startsWith("data-loupe");
      keep.set(name, wanted);
    }
    return wanted;
  };

  const attributes = (element: Element): string => {
    let text = "";
    for (const { name, value } of element.attributes) {
      if (!wanted(name) || value.length > MAX_ATTRIBUTE) continue;
      if (name === "src" && element.tagName === "IMG") continue;
      if (value.length > MAX_DATA_URL && value.startsWith("data:")) continue;
      text += value === "" ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`;
    }
    return text;
  };

  const image = (element: HTMLImageElement): string => {
    const address = element.currentSrc || element.src;
    const written = address.startsWith("data:") && address.length > MAX_DATA_URL ? "" : address;
    return ` data-loupe-image="${images++}"${written === "" ? "" : ` src="${escapeAttribute(written)}"`}`;
  };

  const visitor: Visitor = {
    done: () => full,
    leave: (closing) => {
      if (closing.startsWith(HIDDEN_END)) {
        inHidden = false;
        out.push(closing.slice(1));
      } else if (closing !== "") out.push(closing);
    },
    shadow: () => {
      push('<template shadowrootmode="open">');
      return "</template>";
    },
    text: (data) => push(data.trim() === "" ? " " : escapeText(data)),
    enter: (element) => {
      const tag = element.tagName;
      if (tag === "SCRIPT") {
        push(json(element as HTMLScriptElement));
        return null;
      }
      if (LEFT_OUT.has(tag)) return null;
      const name = element.localName;
      const inHead = element.parentElement?.tagName === "HEAD";
      if (inHead && !HEAD.has(tag) && !(tag === "LINK" && element.getAttribute("rel") === "canonical"))
        return null;
      const hides = !inHidden && !inHead && tag !== "HEAD" && tag !== "HTML" && !isRendered(element);
      push(
        `<${name}${attributes(element)}${tag === "IMG" ? image(element as HTMLImageElement) : ""}${hides ? " data-loupe-hidden" : ""}>`,
      );
      if (VOID.has(tag)) return null;
      if (!isOpen(element)) {
        push(`</${name}>`);
        return null;
      }
      inHidden ||= hides;
      return hides ? `${HIDDEN_END}</${name}>` : `</${name}>`;
    },
  };

  const cut = walk(document, visitor);
  return { url, html: out.join(""), cut: cut || full };
}

/** Marks the closing of the outermost element that is not rendered. */
const HIDDEN_END = "\u0000";

/**
 * Whether people can see an element. One question per element outside of hidden parts; inside them, none: a visible
 * child of an invisible parent is rare, and reading it as hidden loses less than asking would cost.
 */
function isRendered(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // `display: contents` has no box of its own, yet its children are seen.
  return getComputedStyle(element).display === "contents";
}

/** Data that the page carries as JSON: linked data always, other JSON when it has an id by which a site file can find it. */
function json(script: HTMLScriptElement): string {
  const type = script.type.toLowerCase();
  const linked = type === "application/ld+json";
  if (!linked && !(type === "application/json" || (script.id !== "" && type.endsWith("json")))) return "";
  const text = script.text;
  if (text.length > MAX_JSON) return "";
  const id = script.id === "" ? "" : ` id="${escapeAttribute(script.id)}"`;
  // A slash may be escaped anywhere in JSON, and then nothing inside can end the script.
  return `<script type="${linked ? "application/ld+json" : "application/json"}"${id}>${text.replaceAll("</", "<\\/").replaceAll("<!--", "<\\u0021--")}</script>`;
}
