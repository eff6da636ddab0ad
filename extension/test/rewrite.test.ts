// The background's half of the capture: what is kept of a page, what is left out, and when it gives up. The browser's
// half, and that both ways of capturing agree, is tested in real browsers.

/// <reference types="vite/client" />
import { describe, expect, test } from "vitest";
import type { Marked } from "../src/capture/mark";
import { rewrite } from "../src/capture/rewrite";
import { ASKED_SCRIPTS, isOpen } from "../src/capture/rules";

const page = (body: string, more: Partial<Marked> = {}): Marked => {
  const raw = `<html lang="en"><head></head><body>${body}</body></html>`;
  // html, head and body, and what the test says is in it.
  return { url: "https://example.com/", raw, hidden: [], images: [], count: 3, ...more };
};
const body = (marked: Marked) => /<body>(.*)<\/body>/s.exec(rewrite(marked)?.html ?? "")?.[1];

describe("rewrite", () => {
  test("keeps words, structure and attributes", () => {
    expect(rewrite(page('<p class="a" hidden="">x &amp; y</p>', { count: 4 }))).toEqual({
      url: "https://example.com/",
      html: '<!DOCTYPE html><html lang="en"><head></head><body><p class="a" hidden>x &amp; y</p></body></html>',
      cut: false,
    });
  });

  test("leaves out what runs, what it looks like, and comments", () => {
    const raw =
      '<!-- <p> --><script>if (a<b) "<p>"</script><style>p{}</style><p style="color:red" onclick="x()" nonce="1">t</p>' +
      '<noscript><p>n</p></noscript><iframe src="x"><p></iframe><template><p>t</p><img></template>';
    expect(body(page(raw, { count: 9 }))).toBe("<p>t</p>");
  });

  test("keeps JSON that says what the page is, and nothing in it ends the script", () => {
    const ld = '<script type="application/ld+json">{"a":"<\\/p><!--"}</script>';
    expect(body(page(ld, { count: 4 }))).toBe(
      '<script type="application/ld+json">{"a":"<\\/p><\\u0021--"}</script>',
    );
    // Where sites of one page keep what they draw.
    const state = `<script id="__NEXT_DATA__" type="application/json">{"a":"${"x".repeat(400_000)}"}</script>`;
    expect(body(page(state, { count: 4 }))).toContain('id="__NEXT_DATA__">{"a":"xxx');
    expect(body(page('<script id="__NEXT_DATA__" type="text/javascript">{}</script>', { count: 4 }))).toBe(
      "",
    );
    expect(
      body(page(`<script type="application/ld+json">"${"x".repeat(500_001)}"</script>`, { count: 4 })),
    ).toBe("");
  });

  test("keeps no other data than the site files ask for", () => {
    for (const script of [
      'type="application/json"',
      'type="application/json" id="s"',
      'id="s" type="text/x-json"',
    ])
      expect(body(page(`<script ${script}>{"a":"b"}</script>`, { count: 4 }))).toBe("");
    const files: Record<string, string> = import.meta.glob("../../crates/read/sites/*.toml", {
      query: "?raw",
      import: "default",
      eager: true,
    });
    const asked = Object.values(files)
      .flatMap((file) => file.match(/^script = .*$/gm) ?? [])
      .flatMap((line) => line.replace(/^script = |['"]/g, "").split(","))
      .map((selector) => selector.trim());
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set([...ASKED_SCRIPTS].map((id) => `script#${id}`)));
  });

  test("never what the user typed", () => {
    const raw =
      '<input type="text" value="secret"><textarea>secret</textarea><select><option>secret</option></select>' +
      '<div contenteditable="true">secret <b>secret</b></div><div contenteditable="false">shown</div>';
    const html = body(page(raw, { count: 10 })) ?? "";
    expect(html).not.toContain("secret");
    expect(html).toContain("shown");
  });

  test("marks what is not rendered, and believes no mark of the page", () => {
    const raw = '<p>a</p><p>b</p><p data-loupe-hidden="" data-loupe-image="0">c</p>';
    expect(body(page(raw, { count: 6, hidden: [4] }))).toBe("<p>a</p><p data-loupe-hidden>b</p><p>c</p>");
  });

  test("numbers images and writes the address that the browser chose", () => {
    const raw = '<img src="small.jpg" alt="x"><svg><img src="in-svg.jpg"></svg><img src="/b.jpg">';
    const images = [
      "https://example.com/large.jpg",
      "https://example.com/in-svg.jpg",
      "https://example.com/b.jpg",
    ];
    expect(body(page(raw, { count: 7, images }))).toBe(
      '<img alt="x" data-loupe-image="0" src="https://example.com/large.jpg"><svg></svg>' +
        '<img data-loupe-image="1" src="https://example.com/b.jpg">',
    );
    const huge = `data:image/png;base64,${"A".repeat(5_000)}`;
    expect(body(page(`<img src="${huge}">`, { count: 4, images: [huge] }))).toBe(
      '<img data-loupe-image="0">',
    );
  });

  test("keeps open shadow roots; the template is no element of the page", () => {
    const raw = '<x-a><template shadowrootmode="open"><p>in</p></template><i>out</i></x-a>';
    expect(body(page(raw, { count: 6 }))).toBe(raw);
  });

  test("of the head, only what says whose page it is", () => {
    const raw =
      '<html><head><title>T</title><link rel="stylesheet" href="a.css"><link rel="canonical" href="/me"><meta name="d" content="x"></head><body></body></html>';
    expect(rewrite({ ...page(""), raw, count: 7 })?.html).toBe(
      '<!DOCTYPE html><html><head><title>T</title><link rel="canonical" href="/me"><meta name="d" content="x"></head><body></body></html>',
    );
  });

  test("gives up when the elements do not come out even", () => {
    expect(rewrite(page("<p>x</p>", { count: 5 }))).toBeUndefined();
    expect(
      rewrite(page('<script type="application/json">{"a":"</script><p>"}</script>', { count: 4 })),
    ).toBeUndefined();
    expect(rewrite(page("<p>x</b>", { count: 4 }))).toBeUndefined();
    expect(rewrite(page("<p", { count: 4 }))).toBeUndefined();
    expect(rewrite(page("<!-- ", { count: 3 }))).toBeUndefined();
  });

  test("cuts at four million letters, and what was open is closed", () => {
    const cut = rewrite(page(`<div>${`<p>${"x".repeat(1_000)}</p>`.repeat(4_500)}</div>`, { count: 4_504 }));
    expect(cut?.cut).toBe(true);
    expect(cut?.html.length).toBeLessThan(4_000_100);
    expect(cut?.html.endsWith("</div></body></html>")).toBe(true);
  });

  test("is quick on a page made to be slow", () => {
    // Quadratic work on these would outlast the test's own limit.
    const attributes = `<p ${'a="'.repeat(300_000)}`;
    expect(rewrite(page(attributes, { count: 4 }))).toBeUndefined();
    expect(rewrite(page("<".repeat(1_000_000), { count: 4 }))).toBeUndefined();
  });
});

test("an element that may be typed into is closed, however it says so", () => {
  expect(isOpen("div", null)).toBe(true);
  expect(isOpen("div", "false")).toBe(true);
  for (const value of ["", "true", "plaintext-only"]) expect(isOpen("div", value)).toBe(false);
});
