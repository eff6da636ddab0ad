// A proxy that lets nothing through and writes down whatever knocks: the browser's only way out while tests run.

import { createServer } from "node:http";

/**
 * @typedef {object} Proxy
 * @property {number} port
 * @property {string[]} log  one line for each connection: method and target
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Proxy>} */
export async function startProxy() {
  /** @type {string[]} */
  const log = [];
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
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
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
