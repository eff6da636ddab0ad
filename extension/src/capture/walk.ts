// The walk over a page that both injected scripts share: every element, text and open shadow root in document order.
// Iterative, because a hostile page nests deeper than a stack; bounded, because it may be larger than memory.

import { isOpen, MAX_DEPTH, MAX_ELEMENTS } from "./rules";

/** What is done with each node of the walk. */
export interface Visitor {
  /** An element begins. Returns what is handed to `leave` when its children are done, or null to leave them out. */
  enter(element: Element): string | null;
  /** A text node. */
  text(data: string): void;
  /** An open shadow root begins, before the host's own children. Returns what is handed to `leave`. */
  shadow(): string;
  /** An element or shadow root is done. */
  leave(closing: string): void;
  /** True when nothing more is wanted. */
  done(): boolean;
}

/** True when an element's children belong to the walk. */
export function enters(element: Element): boolean {
  return isOpen(element.localName, element.getAttribute("contenteditable"));
}

/** Walks everything below `root`. Returns true when depth or number made it leave something out. */
export function walk(root: Node, visitor: Visitor): boolean {
  const next: (Node | null)[] = [root.firstChild];
  const closing: string[] = [""];
  let elements = 0;
  let cut = false;
  while (next.length > 0) {
    const top = next.length - 1;
    const node = next[top];
    if (!node) {
      next.pop();
      visitor.leave(closing.pop() ?? "");
      continue;
    }
    next[top] = node.nextSibling;
    if (node.nodeType === Node.TEXT_NODE) {
      visitor.text((node as Text).data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      if (visitor.done() || ++elements > MAX_ELEMENTS) {
        // What was opened is closed, so that what was read so far stays well-formed.
        cut ||= elements > MAX_ELEMENTS;
        while (closing.length > 0) visitor.leave(closing.pop() ?? "");
        return cut;
      }
      const element = node as Element;
      const close = visitor.enter(element);
      if (close === null) continue;
      if (next.length >= MAX_DEPTH) {
        cut = true;
        visitor.leave(close);
        continue;
      }
      next.push(element.firstChild);
      closing.push(close);
      const shadow = element.shadowRoot;
      if (shadow) {
        closing.push(visitor.shadow());
        next.push(shadow.firstChild);
      }
    }
  }
  return cut;
}
