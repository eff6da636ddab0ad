// A proxy that lets nothing through and writes down whatever knocks: the browser's only way out while tests run. A folder
// can be served at an address of its own, for pages whose workers ask for files: interception does not reach those surely.

import { createServer } from "node:http";

/**
 * @typedef {object} Proxy
 * @property {number} port
 * @property {string[]} log  one line for each connection that was refused: method and target
 * @property {(base: string, answer: (name: string) => {contentType: string, body: Buffer} | undefined) => void} serve
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Proxy>} */
export async function startProxy() {
  /** @type {string[]} */
  const log = [];
  /** @type {Map<string, (name: string) => {contentType: string, body: Buffer} | undefined>} */
  const bases = new Map();
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    for (const [base, answer] of bases) {
      const found = url.startsWith(base) ? answer(url.slice(base.length) || "index.html") : undefined;
      if (found) return void response.writeHead(200, { "content-type": found.contentType }).end(found.body);
    }
    log.push(`${request.method} ${url}`);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    log.push(`CONNECT ${request.url}`);
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.on("upgrade", (request, socket) => {
    log.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    port: address.port,
    log,
    serve: (base, answer) => void bases.set(base, answer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
