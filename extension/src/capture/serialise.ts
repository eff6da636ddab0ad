// The thorough way to capture a page: writes it element by element, within bounds. For pages that are too deep or too
// large for the quick way, or that the quick way could not make out. Only reads the page; the page cannot tell.

import {
  attribute,
  betweenTags,
  escapeAttribute,
  escapeText,
  imageAttributes,
  jsonScript,
  keepInHead,
  LEFT_OUT,
  MAX_HTML,
  VOID,
} from "./rules";
import { enters, type Visitor, walk } from "./walk";

/** What is handed to the engine. */
export interface Captured {
  url: string;
  html: string;
  cut: boolean;
}

/** Marks the closing of the outermost element that is not rendered. */
const HIDDEN_END = "\u0000";

/** Serialises a document. */
export function serialise(document: Document, url: string): Captured {
  const out: string[] = ["<!DOCTYPE html>"];
  let length = 0;
  let images = 0;
  let inHidden = false;
  let full = false;

  const push = (text: string) => {
    length += text.length;
    if (length > MAX_HTML) full = true;
    else out.push(text);
  };

  const attributes = (element: Element, name: string): string => {
    let text = "";
    for (const attr of element.getAttributeNames()) {
      text += attribute(name, attr, escapeAttribute(element.getAttribute(attr) ?? ""));
    }
    return text;
  };

  const visitor: Visitor = {
    done: () => full,
    leave: (closing) => {
      length += closing.length;
      if (closing.startsWith(HIDDEN_END)) {
        inHidden = false;
        out.push(closing.slice(1));
      } else if (closing !== "") out.push(closing);
    },
    shadow: () => {
      push('<template shadowrootmode="open">');
      return "</template>";
    },
    text: (data) => push(betweenTags(escapeText(data))),
    enter: (element) => {
      const name = element.localName;
      if (name === "script") {
        const { type, id } = element as HTMLScriptElement;
        push(jsonScript(type, id, element.textContent ?? ""));
        return null;
      }
      if (LEFT_OUT.has(name)) return null;
      const inHead = element.parentElement?.localName === "head";
      if (inHead && !keepInHead(name, element.getAttribute("rel"))) return null;
      const hides = !(inHidden || inHead || name === "head" || name === "html") && !isRendered(element);
      const numbered = name === "img" ? imageAttributes(images++, addressOf(element)) : "";
      push(`<${name}${attributes(element, name)}${numbered}${hides ? " data-loupe-hidden" : ""}>`);
      if (VOID.has(name)) return null;
      if (!enters(element)) {
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

/** The address that the browser chose for an image. */
export function addressOf(element: Element): string {
  const { currentSrc, src } = element as Partial<HTMLImageElement>;
  return currentSrc || src || "";
}

/**
 * Whether people can see an element. Asked once per element outside of hidden parts; inside them it is not: a visible
 * child of an invisible parent is rare, and reading it as hidden loses less than asking would cost.
 */
export function isRendered(element: Element): boolean {
  // `display: contents` has no box of its own, yet its children are seen.
  return element.checkVisibility(VISIBILITY) || getComputedStyle(element).display === "contents";
}

const VISIBILITY = { visibilityProperty: true };
