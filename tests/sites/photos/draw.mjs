// Draws the invented portraits of the sample pages and encodes them as JPEG, with the browser that the tests use.
//
//     node tests/sites/photos/draw.mjs
//
// Run by hand when a portrait changes; the JPEGs are kept, because encoders differ between browser versions.

import { readFileSync, writeFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { findBrowser } from "../../e2e/lib/find.mjs";

const here = new URL("./", import.meta.url);

/** Backgrounds with structure of their own, as real photos have. */
const rooms = {
  shelves: `<rect width="400" height="400" fill="#4b3b33"/>${[0, 1, 2, 3].map((r) => `<rect y="${70 + r * 95}" width="400" height="9" fill="#2c211c"/>${[...Array(16).keys()].map((i) => `<rect x="${i * 25 + ((i * 7 + r * 5) % 6)}" y="${8 + r * 95 + ((i * 13 + r * 11) % 24)}" width="${15 + ((i * 5 + r) % 9)}" height="${62 - ((i * 13 + r * 11) % 24)}" fill="${["#a14a3b", "#c9a25a", "#3f6274", "#d8d0bf", "#5b7450", "#83586b"][(i * 3 + r * 2) % 6]}"/>`).join("")}`).join("")}`,
  hills: `<rect width="400" height="400" fill="#bcd8e6"/><circle cx="318" cy="72" r="34" fill="#fbf1cf"/><path d="M0 210 Q90 120 190 205 T400 165 V400 H0Z" fill="#7fa07f"/><path d="M0 285 Q130 210 250 280 T400 255 V400 H0Z" fill="#557a58"/><path d="M40 95 q20 -16 44 0 q26 -10 38 10 H30Z" fill="#fff"/>`,
  bricks: `<rect width="400" height="400" fill="#b9775a"/>${[...Array(14).keys()].map((r) => [...Array(8).keys()].map((i) => `<rect x="${i * 60 - (r % 2) * 30}" y="${r * 30}" width="56" height="26" fill="${["#a9644a", "#c08064", "#9c5a43", "#b36f55"][(i * 5 + r * 3) % 4]}"/>`).join("")).join("")}`,
  harbour: `<rect width="400" height="400" fill="#e8d7c3"/><rect y="250" width="400" height="150" fill="#5a7d92"/>${[20, 95, 300, 350].map((x, i) => `<path d="M${x} 250 l8 18 h44 l10 -18Z" fill="${["#873e34", "#2f4858", "#a17b38", "#3d5a40"][i]}"/><path d="M${x + 28} 246 V${150 + i * 14} l26 70Z" fill="#fbf7ee"/>`).join("")}<path d="M0 290 h400 M0 320 h400 M0 352 h400" stroke="#7fa0b2" stroke-width="4" stroke-dasharray="30 22"/>`,
  plants: `<rect width="400" height="400" fill="#e9ede4"/><rect x="250" y="30" width="120" height="170" fill="#fff" stroke="#9aa39a" stroke-width="8"/><path d="M310 30 V200 M250 115 H370" stroke="#9aa39a" stroke-width="6"/>${[...Array(9).keys()].map((i) => `<path d="M60 400 Q${20 + i * 12} ${250 - (i % 3) * 40} ${-20 + i * 22} ${120 + (i % 4) * 30} Q${40 + i * 12} ${260} 66 400Z" fill="${["#3f6b46", "#5c8a5a", "#2f5238"][i % 3]}"/>`).join("")}`,
};

/**
 * A flat portrait: shoulders, neck, head, hair, face, and what is worn.
 * @param {{room: string, skin: string, shade: string, hair: string, style: string, coat: string, collar: string, extra?: string, tilt?: number, x?: number}} p
 */
const portrait = (p) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">${p.room}
<g transform="translate(${p.x ?? 0} 0) rotate(${p.tilt ?? 0} 200 300)">
<path d="M20 470 L40 400 Q60 300 150 288 L200 310 L250 288 Q340 300 360 400 L380 470Z" fill="${p.coat}"/><path d="M150 288 L200 350 L250 288 L232 276 H168Z" fill="${p.collar}"/>
<rect x="172" y="232" width="56" height="64" rx="24" fill="${p.shade}"/><ellipse cx="200" cy="185" rx="70" ry="84" fill="${p.skin}"/><path d="M200 101 a70 84 0 0 1 0 168 q46 -40 40 -100 q-6 -44 -40 -68Z" fill="${p.shade}" opacity=".35"/>
${p.style}
<path d="M158 170 q14 -10 30 -2 M212 168 q16 -8 30 2" stroke="${p.hair}" stroke-width="6" fill="none" stroke-linecap="round"/><ellipse cx="174" cy="186" rx="7" ry="8" fill="#2b2320"/><ellipse cx="226" cy="186" rx="7" ry="8" fill="#2b2320"/><path d="M200 188 q-8 22 -2 28 h10" stroke="${p.shade}" stroke-width="5" fill="none"/><path d="M174 236 q26 20 52 0" stroke="#8c3f39" stroke-width="6" fill="none" stroke-linecap="round"/>
${p.extra ?? ""}</g></svg>`;

const people = {
  maren: portrait({ room: rooms.shelves, skin: "#e6b795", shade: "#c28f6d", hair: "#3a2a22", coat: "#2f4a63", collar: "#e9e4d8", tilt: -3, x: -14,
    style: `<path d="M128 190 Q112 96 200 88 Q292 94 274 196 Q270 140 226 132 Q170 150 140 138 Q130 160 128 190Z" fill="#3a2a22"/>`,
    extra: `<circle cx="174" cy="187" r="21" fill="none" stroke="#5b4a2a" stroke-width="5"/><circle cx="226" cy="187" r="21" fill="none" stroke="#5b4a2a" stroke-width="5"/><path d="M195 185 h10" stroke="#5b4a2a" stroke-width="5"/>` }),
  dita: portrait({ room: rooms.hills, skin: "#8f5f45", shade: "#6f452f", hair: "#1d1613", coat: "#7c2f3d", collar: "#f4ece0", tilt: 4, x: 18,
    style: `<path d="M118 260 Q90 90 200 84 Q312 92 284 262 Q286 170 240 128 Q190 118 150 140 Q120 180 118 260Z" fill="#1d1613"/>`,
    extra: `<circle cx="133" cy="226" r="8" fill="#e0b64a"/><circle cx="267" cy="226" r="8" fill="#e0b64a"/>` }),
  ilka: portrait({ room: rooms.harbour, skin: "#f0cbb0", shade: "#d3a283", hair: "#c9963f", coat: "#3f6b5a", collar: "#2a4a3e", x: -6, tilt: 2,
    style: `<path d="M126 200 Q104 100 190 86 Q290 80 276 200 Q268 150 250 140 Q200 150 160 120 Q136 150 126 200Z" fill="#c9963f"/><circle cx="214" cy="82" r="30" fill="#b5842f"/>`,
    extra: `<path d="M150 300 q50 26 100 0 v22 q-50 26 -100 0Z" fill="#d9c26a"/>` }),
  pavel: portrait({ room: rooms.bricks, skin: "#d8a883", shade: "#b07e5b", hair: "#6b6660", coat: "#35383d", collar: "#9fb4c4", tilt: -1,
    style: `<path d="M136 160 Q130 104 200 98 Q270 104 264 160 Q250 126 200 124 Q150 126 136 160Z" fill="#6b6660"/>`,
    extra: `<path d="M140 214 Q150 290 200 284 Q250 290 260 214 Q250 246 226 226 Q200 216 174 226 Q150 246 140 214Z" fill="#6b6660"/><path d="M178 240 q22 14 44 0" stroke="#8c3f39" stroke-width="6" fill="none"/>` }),
  tove: portrait({ room: rooms.plants, skin: "#c68f6c", shade: "#a06d4c", hair: "#7a2f1d", coat: "#d0a03c", collar: "#fff", x: 24, tilt: -5,
    style: `<path d="M122 300 Q96 100 200 80 Q304 90 280 300 L262 300 Q280 170 236 122 Q176 132 146 150 Q130 200 140 300Z" fill="#7a2f1d"/>` }),
};

const browser = await puppeteer.launch({ executablePath: findBrowser("chromium"), pipe: true, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  /** @param {string} name @param {string} picture @param {number} size @param {number} quality */
  const encode = async (name, picture, size, quality) => {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${picture}">`);
    await page.waitForFunction(() => document.images[0]?.complete);
    writeFileSync(new URL(`${name}.jpg`, here), await page.screenshot({ type: "jpeg", quality }));
  };
  const svg = (text) => `data:image/svg+xml;base64,${Buffer.from(text).toString("base64")}`;
  for (const [name, text] of Object.entries(people)) await encode(name, svg(text), 400, 88);
  const jpeg = (name) => `data:image/jpeg;base64,${readFileSync(new URL(`${name}.jpg`, here)).toString("base64")}`;
  await encode("maren-100", jpeg("maren"), 100, 80);
  await encode("pavel-100", jpeg("pavel"), 100, 80);
  // Rune's page carries Maren's photo, taken from her page, made smaller and saved again.
  await encode("rune", jpeg("maren"), 200, 62);
} finally {
  await browser.close();
}
