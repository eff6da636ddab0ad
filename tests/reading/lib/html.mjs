// HTML with everything escaped that is not HTML already.

class Html {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function part(value) {
  if (value === undefined || value === null || value === false) return "";
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(part).join("");
  return String(value).replace(/[&<>"]/g, (c) => escapes[c]);
}

/** Tagged template: values are escaped, lists joined, nothing printed for what is not there. */
export function html(strings, ...values) {
  return new Html(strings.reduce((text, piece, at) => text + part(values[at - 1]) + piece));
}

/** A whole document in the person's language and direction. */
export function page(h, css, body) {
  const dir = ["ar", "he"].includes(h.language) ? "rtl" : "ltr";
  return html`<!doctype html>
<html lang="${h.language}" dir="${dir}">
<head>
<meta charset="utf-8">
<title>${h.p.basics.name} – ${h.t("cv")}</title>
<style>
@page { size: A4; margin: 0; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.4 "Liberation Sans", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "DejaVu Sans", sans-serif; color: #222; }
h1, h2, h3, h4, p, ul, dl, dd, table { margin: 0; padding: 0; }
ul { padding-inline-start: 1.2em; }
a { color: inherit; text-decoration: none; }
${new Html(css)}
</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}
