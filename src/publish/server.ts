/**
 * Serves a site on this machine alone. A small handler of our own over a list in memory: libraries for static files read a
 * folder, know a file by its size and time, and send half of one while a plan is written.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Page, Site } from './site.ts';

const LOOPBACK = '127.0.0.1';
/** Who may be meant: a page of the web that leads its name to this machine must not read the calendars. */
const HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface Serving {
  /** `127.0.0.1:4180` */
  readonly origin: string;
  /** Ends it; open connections are cut. */
  readonly close: () => Promise<void>;
}

/**
 * @param port 0: any that is free
 * @param siteAt asked at every request: the site as it is now, the same object while nothing changes
 * @throws Error with a `code` such as EADDRINUSE
 */
export async function serve(port: number, siteAt: (origin: string) => Site): Promise<Serving> {
  let origin = '';
  const server = createServer((request, response) => answer(request, response, () => siteAt(origin)));
  await listening(server, port);
  const address = server.address();
  origin = `${LOOPBACK}:${typeof address === 'object' && address ? address.port : port}`;
  return {
    origin,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, LOOPBACK, () => {
      server.off('error', failed);
      done();
    });
  });
}

function answer(request: IncomingMessage, response: ServerResponse, siteNow: () => Site): ServerResponse {
  const { method, headers } = request;
  if (!isOurs(headers.host)) return refuse(response, 421, 'This address is not served here.');
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Calendars here can be read, and nothing else.');
  }
  const page = siteNow().get(pathOf(request.url));
  if (!page) return refuse(response, 404, 'There is no such calendar. The list of all is at /.');
  if (knows(headers['if-none-match'], page)) {
    const { 'Content-Length': _, 'Content-Type': __, ...rest } = page.headers;
    return response.writeHead(304, rest).end();
  }
  return response.writeHead(200, page.headers).end(method === 'HEAD' ? undefined : page.body);
}

function isOurs(host: string | undefined): boolean {
  return host !== undefined && HOSTS.has(host.replace(/:\d+$/, '').toLowerCase());
}

function pathOf(url = '/'): string {
  const query = url.search(/[?#]/);
  return query < 0 ? url : url.slice(0, query);
}

/**
 * Whether the client has these bytes. A date alone is no proof: two plans may be made for one day, so that
 * `If-Modified-Since` is answered with the whole.
 */
function knows(tags: string | undefined, { etag }: Page): boolean {
  if (tags === undefined) return false;
  return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function refuse(response: ServerResponse, status: number, words: string): ServerResponse {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(words) + 1,
    'X-Content-Type-Options': 'nosniff',
  });
  return response.end(`${words}\n`);
}
