// What the background listens to, and the small pure parts around it.

import { describe, expect, test } from "vitest";
import { fromDataUrl } from "../src/bytes";
import type { Reading } from "../src/engine";
import { asError, Failure } from "../src/errors";
import { isImage } from "../src/files";
import { parseRequest, withFile, withoutHash } from "../src/protocol";
import { hostOf, matches, siteOf } from "../src/sites";

const reading = (address: string): Reading => ({
  source: { kind: "file", address, label: address },
  profile: {},
  coverage: { reader: "text", parts: [] },
});

describe("parseRequest", () => {
  test("takes what the panel asks", () => {
    for (const request of [
      { kind: "examine", tabId: 1 },
      { kind: "add-file", tabId: 1, reading: reading("a.pdf") },
      { kind: "add-image", tabId: 1, name: "a.png", data: "data:image/png;base64,AA==" },
      { kind: "remove-file", tabId: 1, name: "a.pdf" },
      { kind: "add-advert", tabId: 1, text: "Bell founder" },
      { kind: "remove-advert", tabId: 1, address: "Bell founder" },
      { kind: "forget", tabId: 1, id: "00f3" },
      { kind: "fingerprints-only", tabId: 1, on: true },
      { kind: "fixture", tabId: 1 },
    ]) {
      expect(parseRequest(request, false)).toEqual(request);
      // A content script lives beside a hostile page: it may not ask for any of these.
      expect(parseRequest(request, true)).toBeUndefined();
    }
  });

  test("a content script may say one thing only", () => {
    expect(parseRequest({ kind: "page-ready", tabId: 7 }, true)).toEqual({ kind: "page-ready" });
    expect(parseRequest({ kind: "page-ready" }, false)).toBeUndefined();
  });

  test("refuses everything else", () => {
    for (const message of [
      null,
      "examine",
      {},
      { kind: "examine" },
      { kind: "examine", tabId: "1" },
      { kind: "forget", tabId: 1 },
      { kind: "fingerprints-only", tabId: 1 },
      { kind: "add-file", tabId: 1, reading: { source: {} } },
      { kind: "add-image", tabId: 1, name: "x" },
      { kind: "reset", tabId: 1 },
    ]) {
      expect(parseRequest(message, false)).toBeUndefined();
    }
  });
});

test("a file of the same name takes the other's place", () => {
  const files = [reading("a.pdf"), reading("b.pdf")];
  const again = reading("a.pdf");
  expect(withFile(files, again)).toEqual([again, files[1]]);
  expect(withFile(files, again)[0]).toBe(again);
  expect(withFile(files, reading("c.pdf"))).toHaveLength(3);
});

test("an address without the place in the page", () => {
  expect(withoutHash("https://example.com/a?b#c#d")).toBe("https://example.com/a?b");
  expect(withoutHash("https://example.com/a")).toBe("https://example.com/a");
});

describe("sites", () => {
  const manifest = { optional_host_permissions: ["https://www.linkedin.com/*", "https://*.upwork.com/*"] };

  test("an address belongs to the pattern that covers it", () => {
    expect(siteOf("https://www.linkedin.com/in/maren-holtby/", manifest)).toBe("https://www.linkedin.com/*");
    expect(siteOf("https://www.upwork.com/freelancers/~01", manifest)).toBe("https://*.upwork.com/*");
    expect(siteOf("https://upwork.com/", manifest)).toBe("https://*.upwork.com/*");
  });

  test("look-alikes belong to none", () => {
    for (const url of [
      "http://www.linkedin.com/in/x",
      "https://www.linkedin.com.example/",
      "https://notupwork.com/",
      "https://example.com/www.linkedin.com/",
      "about:blank",
      "",
    ]) {
      expect(siteOf(url, manifest), url).toBeUndefined();
    }
    expect(matches("*://*/*", "https://example.com/")).toBe(false);
  });

  test("a site is called by its host", () => {
    expect(manifest.optional_host_permissions.map(hostOf)).toEqual(["linkedin.com", "upwork.com"]);
  });
});

describe("errors", () => {
  test("the engine's errors keep their id, others get the one for their place", () => {
    const engine = Object.assign(new Error("no person's profile"), { name: "no-profile" });
    expect(asError(engine)).toEqual({ id: "no-profile", message: "no person's profile" });
    expect(asError(new TypeError("x is undefined"))).toMatchObject({ id: "unexpected" });
    expect(asError(new TypeError("x"), "a.pdf", "damaged")).toEqual({
      id: "damaged",
      message: "x",
      input: "a.pdf",
    });
    expect(asError("text")).toEqual({ id: "unexpected", message: "text" });
    expect(asError(new Failure("too-slow", "m"))).toEqual({ id: "too-slow", message: "m" });
  });
});

describe("bytes", () => {
  test("a data address becomes its bytes", () => {
    expect(fromDataUrl("data:image/png;base64,iVBO")).toEqual({
      mime: "image/png",
      bytes: new Uint8Array([0x89, 0x50, 0x4e]),
    });
    for (const text of [
      "https://example.com/a.png",
      "data:image/png,plain",
      "data:image/png;base64,***",
      "",
    ]) {
      expect(fromDataUrl(text), text).toBeUndefined();
    }
  });

  test("an image is told by its first bytes, whatever it is called", () => {
    expect(isImage(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBe(true);
    expect(isImage(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe(true);
    expect(isImage(new TextEncoder().encode("RIFF0000WEBP"))).toBe(true);
    expect(isImage(new TextEncoder().encode("RIFF0000WAVE"))).toBe(false);
    expect(isImage(new TextEncoder().encode("%PDF-1.7"))).toBe(false);
    expect(isImage(new Uint8Array())).toBe(false);
  });
});
