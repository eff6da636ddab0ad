// Makes of what the page's thread noted the HTML that the engine reads. Works on text, away from the page, so the page
// is not held up. Browsers write HTML in one strict form, which is all that is understood here; when the count of
// elements comes out otherwise, nothing is returned and the page is captured the thorough way.

import type { Marked } from "./mark";
import {
  attribute,
  betweenTags,
  imageAttributes,
  isOpen,
  jsonScript,
  keepInHead,
  LEFT_OUT,
  MAX_HTML,
  VOID,
} from "./rules";
import type { Captured } from "./serialise";

/** Elements whose text is written without escapes. */
const RAW = new Set(["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp"]);

interface Open {
  name: string;
  /** Nothing inside is written. */
  silent: boolean;
  /** Elements inside are no part of the page: they are a template's. */
  inert: boolean;
  /** The end tag is written. */
  closes: boolean;
}

const TAG = /<([^\s/>]+)((?: [^\s/>=]+="[^"]*")*)>/y;
const ATTRIBUTE = / ([^\s/>=]+)="([^"]*)"/g;

export function rewrite({ url, raw, hidden, images, count }: Marked): Captured | undefined {
  const notRendered = new Set(hidden);
  const out: string[] = ["<!DOCTYPE html>"];
  const open: Open[] = [];
  let length = 0;
  let elements = 0;
  let pictures = 0;
  let numbered = 0;
  let cut = false;
  let at = 0;

  const push = (text: string) => {
    length += text.length;
    if (length > MAX_HTML) cut = true;
    else out.push(text);
  };

  /** What was begun is ended, even where it is too much. */
  const end = (name: string) => {
    length += name.length + 3;
    out.push(`</${name}>`);
  };

  while (at < raw.length && !cut) {
    const inside = open.at(-1);
    const lt = raw.indexOf("<", at);
    const text = lt < 0 ? raw.length : lt;
    if (text > at && !inside?.silent) push(betweenTags(raw.slice(at, text)));
    if (lt < 0) break;
    if (raw.startsWith("<!--", lt)) {
      const close = raw.indexOf("-->", lt + 4);
      if (close < 0) return undefined;
      at = close + 3;
      continue;
    }
    if (raw[lt + 1] === "/") {
      const close = raw.indexOf(">", lt);
      if (close < 0 || inside?.name !== raw.slice(lt + 2, close)) return undefined;
      if (inside.closes) end(inside.name);
      open.pop();
      at = close + 1;
      continue;
    }
    TAG.lastIndex = lt;
    const tag = TAG.exec(raw);
    if (!tag) return undefined;
    at = TAG.lastIndex;
    const [, name = "", written = ""] = tag;
    const silent = inside?.silent ?? false;
    const inert = inside?.inert ?? false;

    if (name === "template" && written.includes(' shadowrootmode="open"') && !inert) {
      if (!silent) push('<template shadowrootmode="open">');
      open.push({ name, silent, inert, closes: !silent });
      continue;
    }
    const number = inert ? -1 : elements++;
    const address = name === "img" && !inert ? (images[pictures++] ?? "") : "";
    if (RAW.has(name)) {
      const close = raw.indexOf(`</${name}>`, at);
      if (close < 0) return undefined;
      if (name === "script" && !silent) push(json(written, raw.slice(at, close)));
      at = close + name.length + 3;
      continue;
    }
    const dropped =
      silent || LEFT_OUT.has(name) || (inside?.name === "head" && !keepInHead(name, value(written, "rel")));
    if (!dropped) {
      let text = `<${name}`;
      for (const [, attr = "", value = ""] of written.matchAll(ATTRIBUTE))
        text += attribute(name, attr, value);
      if (name === "img") text += imageAttributes(numbered++, address);
      push(`${text}${notRendered.has(number) ? " data-loupe-hidden" : ""}>`);
    }
    if (VOID.has(name)) continue;
    open.push({
      name,
      silent: dropped || !isOpen(name, value(written, "contenteditable")),
      inert: inert || name === "template",
      closes: !dropped,
    });
  }
  if (cut) {
    for (const { name, closes } of open.reverse()) if (closes) end(name);
  } else if (elements !== count || open.length > 0) return undefined;
  return { url, html: out.join(""), cut };
}

/** The value of an attribute among those written, or null. */
function value(written: string, name: string): string | null {
  const from = written.indexOf(` ${name}="`);
  if (from < 0) return null;
  const start = from + name.length + 3;
  return written.slice(start, written.indexOf('"', start));
}

function json(written: string, text: string): string {
  const plain = (text: string | null) => (text ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return jsonScript(plain(value(written, "type")), plain(value(written, "id")), text);
}
