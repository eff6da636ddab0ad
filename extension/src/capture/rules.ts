// What of a page is handed over: the same rules for the quick way and the thorough way of capturing it.

export const MAX_HTML = 4_000_000;
/** Deeper than this nothing is entered. */
export const MAX_DEPTH = 512;
/** After this many elements the walk ends. */
export const MAX_ELEMENTS = 60_000;

const MAX_ATTRIBUTE = 8_192;
const MAX_DATA_URL = 4_096;
/** Of one script. More is the state of an application, not a description of what is on the page. */
const MAX_JSON = 500_000;

/** The ids that site files have after `script#`; a test holds the two together. */
export const ASKED_SCRIPTS: ReadonlySet<string> = new Set(["__NEXT_DATA__", "perseus-initial-props"]);

const words = (text: string) => new Set(text.split(" "));

/** Elements without an end tag. */
export const VOID = words(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);
/** Elements of which nothing is handed over. */
export const LEFT_OUT = words(
  "canvas embed frame iframe math noembed noframes noscript object plaintext style template xmp",
);
/** Elements whose insides are left out: no person's words are in them, or they are the user's own. */
const CLOSED = words("audio select svg textarea video");
/** What a user typed or chose, how it looks, what it runs. */
const USELESS = words("value checked selected style nonce integrity sizes");

/** True when an element's children are handed over. What is typed into an editable element is as private as a form. */
export function isOpen(name: string, editable: string | null): boolean {
  return (
    !LEFT_OUT.has(name) &&
    !CLOSED.has(name) &&
    name !== "script" &&
    (editable === null || editable === "false")
  );
}

/** Parts of the head that say whose page it is; the rest of the head is for the machine. */
export function keepInHead(name: string, rel: string | null): boolean {
  return name === "title" || name === "meta" || name === "base" || (name === "link" && rel === "canonical");
}

const known = new Map<string, boolean>();

/** True when attributes of that name are handed over. A page that plants our own marks would speak for the capture. */
function keepAttribute(name: string): boolean {
  let keep = known.get(name);
  if (keep === undefined) {
    keep =
      /^[a-z_][a-z0-9_.:-]*$/.test(name) &&
      !USELESS.has(name) &&
      !name.startsWith("on") &&
      !name.startsWith("data-loupe");
    // A page can make up names without end.
    if (known.size < 10_000) known.set(name, keep);
  }
  return keep;
}

/** An attribute as written, with a space before it; empty when it is not handed over. `value` comes escaped. */
export function attribute(element: string, name: string, value: string): string {
  if (!keepAttribute(name) || value.length > MAX_ATTRIBUTE) return "";
  if (element === "img" && name === "src") return "";
  if (value.length > MAX_DATA_URL && value.startsWith("data:")) return "";
  return value === "" ? ` ${name}` : ` ${name}="${value}"`;
}

/** The number of an image, and the address that the browser chose for it. */
export function imageAttributes(number: number, address: string): string {
  const written = address === "" || (address.startsWith("data:") && address.length > MAX_DATA_URL);
  return ` data-loupe-image="${number}"${written ? "" : ` src="${escapeAttribute(address)}"`}`;
}

/**
 * Data that the page carries as JSON: what it says of itself in a machine's words, and what a site file asks for. Else
 * nothing: the state of an application holds more people than the one in front.
 */
export function jsonScript(type: string, id: string, text: string): string {
  const kind = type.trim().toLowerCase();
  const linked = kind === "application/ld+json";
  const asked = ASKED_SCRIPTS.has(id) && kind.endsWith("json");
  if (!(linked || asked) || text.length > MAX_JSON) return "";
  const named = id === "" ? "" : ` id="${escapeAttribute(id)}"`;
  // A slash may be escaped anywhere in JSON, and then nothing inside can end the script.
  const safe = text.replaceAll("</", "<\\/").replaceAll("<!--", "<\\u0021--");
  return `<script type="${linked ? "application/ld+json" : "application/json"}"${named}>${safe}</script>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\u00a0": "&nbsp;",
};

/** Text as browsers write it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (c) => ENTITIES[c] ?? c);
}

export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\u00a0]/g, (c) => ENTITIES[c] ?? c);
}

/** What stands between tags; white space alone is one space. */
export function betweenTags(escaped: string): string {
  return /[^ \t\n\r\f]/.test(escaped) ? escaped : " ";
}
