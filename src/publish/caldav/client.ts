/**
 * The four requests to a CalDAV server that publishing needs (RFC 4791). `fetch` alone: of tsdav we would use as much, and
 * would still have to read every status and every 207 ourselves, since it throws for none.
 */
import { type ResourceStatus, readMultistatus } from './multistatus.ts';

/** Why a server could not be used: one line for a person. */
export class CaldavError extends Error {
  override readonly name = 'CaldavError';
}

export interface Account {
  /** Of the collection, with its `/` at the end. */
  readonly url: URL;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

/** `conflict`: the server has another version by now, or the UID elsewhere. */
export type Outcome = 'done' | 'gone' | 'conflict';

const TIMEOUT = 120_000;

const QUERY = `<?xml version="1.0" encoding="utf-8"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"/></c:filter></c:calendar-query>`;

export class Collection {
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Everything in it, with its text. @throws CaldavError */
  async list(): Promise<ResourceStatus[]> {
    const response = await this.#send('REPORT', this.#account.url, {
      headers: { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' },
      body: QUERY,
    });
    if (response.status !== 207) throw this.#refusal('read', response.status);
    return readMultistatus(await response.text());
  }

  /** @param etag of the version that it takes the place of; undefined for a new one */
  async put(href: string, text: string, etag: string | undefined): Promise<Outcome> {
    const condition: Record<string, string> =
      etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag };
    const response = await this.#send('PUT', new URL(href, this.#account.url), {
      headers: { 'Content-Type': 'text/calendar; charset=utf-8', ...condition },
      body: text,
    });
    return this.#outcome('write', response);
  }

  async remove(href: string, etag: string | undefined): Promise<Outcome> {
    const response = await this.#send('DELETE', new URL(href, this.#account.url), {
      headers: etag === undefined ? {} : { 'If-Match': etag },
    });
    return response.status === 404 || response.status === 410 ? 'gone' : this.#outcome('delete', response);
  }

  /** 207 is success only when the body says nothing else: xandikos answers a conflict so. */
  async #outcome(what: string, response: Response): Promise<Outcome> {
    const body = await response.text();
    const status =
      response.status === 207
        ? (readMultistatus(body).find((one) => one.status)?.status ?? 200)
        : response.status;
    if (status >= 200 && status < 300) return 'done';
    if (status === 409 || status === 412) return 'conflict';
    throw this.#refusal(what, status);
  }

  async #send(
    method: string,
    url: URL,
    init: { headers: Record<string, string>; body?: string },
  ): Promise<Response> {
    const { url: collection, user, password } = this.#account;
    // What a server names must be its own: a password goes nowhere else.
    if (url.origin !== collection.origin)
      throw new CaldavError(`${collection.host} leads to ${url.host}: not followed`);
    const headers = { ...init.headers };
    if (user !== undefined)
      headers.Authorization = `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`;
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      return await fetch(url, { ...init, method, headers, signal, redirect: 'manual' });
    } catch (error) {
      const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
      throw new CaldavError(
        `cannot reach ${collection.host} (${cause}); run it again to go on where it stopped`,
      );
    }
  }

  #refusal(what: string, status: number): CaldavError {
    const { host, pathname } = this.#account.url;
    const words: Record<number, string> = {
      401: 'user or password is wrong',
      403: 'this user may not',
      404: 'there is no such calendar: make it first',
      405: 'this address is no calendar',
    };
    const why =
      words[status] ??
      (status >= 300 && status < 400 ? 'it leads elsewhere: give the address it leads to' : 'refused');
    return new CaldavError(`cannot ${what} ${pathname} at ${host}: ${why} (${status})`);
  }
}
