/**
 * Serves a site on this machine alone. A small handler of our own over a list in memory: libraries for static files read a
 * folder, know a file by its size and time, and send half of one while a plan is written.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LIST, type Page, type Site } from './site.ts';

const LOOPBACK = '127.0.0.1';
/** Who may be meant: a page of the web that leads its name to this machine must not read the plan. */
const HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Where a page hears of the next plan. */
const NEWS = '/watch';

export interface Serving {
  /** `127.0.0.1:4180` */
  readonly origin: string;
  /** Sends the news, as they are now, to every page that listens. */
  readonly tell: () => void;
  /** Until every page that was told has come for what is new, or so many milliseconds have gone by. */
  readonly taken: (within: number) => Promise<void>;
  /** Ends it; open connections are cut. */
  readonly close: () => Promise<void>;
}

/**
 * @param port 0: any that is free
 * @param siteAt asked at every request: the site as it is now, the same object while nothing changes
 * @param newsAt one line, sent to whoever listens at `/watch` at once and with each `tell`; without it there is no such address
 * @throws Error with a `code` such as EADDRINUSE
 */
export async function serve(
  port: number,
  siteAt: (origin: string) => Site,
  newsAt?: (origin: string) => string,
): Promise<Serving> {
  let origin = '';
  const listeners = new Set<ServerResponse>();
  let answered = () => {};
  const news = () => `data: ${newsAt?.(origin)}\n\n`;
  const server = createServer((request, response) => {
    if (!isMeant(request, response)) return;
    const path = pathOf(request.url);
    if (newsAt && path === NEWS && request.method === 'GET') listen(response, listeners, news());
    else {
      if (path === '/') response.on('close', () => answered());
      answer(request, response, siteAt(origin).get(path));
    }
  });
  await listening(server, port);
  const address = server.address();
  origin = `${LOOPBACK}:${typeof address === 'object' && address ? address.port : port}`;
  return {
    origin,
    tell() {
      if (listeners.size === 0) return;
      const text = news();
      for (const listener of listeners) listener.write(text);
    },
    taken(within) {
      let waiting = listeners.size;
      if (waiting === 0) return Promise.resolve();
      return new Promise((done) => {
        const timer = setTimeout(done, within);
        answered = () => {
          waiting -= 1;
          if (waiting > 0) return;
          clearTimeout(timer);
          done();
        };
      });
    },
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

/** Whether a request is for us, from us, and to read; the others are refused. */
function isMeant({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  if (!isOurs(headers.host)) refuse(response, 421, 'This address is not served here.');
  else if (headers.origin !== undefined && !isOurs(/^http:\/\/(.+)$/.exec(headers.origin)?.[1]))
    refuse(response, 403, 'Another page of the web has no business here.');
  else if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'The plan here can be read, and nothing else.');
  } else return true;
  return false;
}

/** Server-sent events: the one thing that a page may wait for. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>, news: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.write(`retry: 1000\n${news}`);
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function answer(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  page: Page | undefined,
): void {
  if (!page) {
    refuse(response, 404, `There is no such file here. The page is at /, the list of calendars at ${LIST}.`);
  } else if (knows(headers['if-none-match'], page)) {
    const { 'Content-Length': _, 'Content-Type': __, ...rest } = page.headers;
    response.writeHead(304, rest).end();
  } else response.writeHead(200, page.headers).end(method === 'HEAD' ? undefined : page.body);
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

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(words) + 1,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${words}\n`);
}
