// The two things that Vite cannot be told by an option.

/**
 * The generated module looks for its WASM file beside itself when nobody says where it is. We always say, and Vite
 * would take the address for an asset and ship the file twice.
 */
export function leanEngine() {
  return {
    name: "loupe-lean-engine",
    enforce: "pre",
    transform(code, id) {
      if (!/\/engine\/generated\/[a-z]+\.js$/.test(id)) return null;
      return {
        code: code.replace(/new URL\(['"][a-z_]+\.wasm['"], import\.meta\.url\)/g, "undefined"),
        map: null,
      };
    },
  };
}

/** Makes the script's last value what the module exports, and leaves no name behind in the world it runs in. */
export function injected() {
  return {
    name: "loupe-injected",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        if (chunk.exports.length === 0) continue;
        const nameless = chunk.code.replace(/^(\s*)(?:var|let|const) loupe\s*=\s*/, "$1");
        if (nameless === chunk.code) this.error(`${chunk.fileName}: the script has no value`);
        chunk.code = nameless;
      }
    },
  };
}
