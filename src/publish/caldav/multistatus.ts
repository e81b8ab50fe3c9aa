/** What a WebDAV server says of several things at once (RFC 4918, 207): read whatever prefixes it uses. */
import { SaxesParser } from 'saxes';

export interface ResourceStatus {
  readonly href: string;
  /** Of the thing as a whole, where it says one: `412`. */
  readonly status: number | undefined;
  readonly etag: string | undefined;
  /** The object's text, where it was asked for. */
  readonly data: string | undefined;
  /** Names of the conditions that were not met: `no-uid-conflict`. */
  readonly errors: readonly string[];
}

interface Open {
  href: string;
  status: number | undefined;
  etag: string | undefined;
  data: string | undefined;
  errors: string[];
}

/** @throws Error when it is no XML */
export function readMultistatus(xml: string): ResourceStatus[] {
  const parser = new SaxesParser({ xmlns: true });
  const found: ResourceStatus[] = [];
  const path: string[] = [];
  let open: Open | undefined;
  let text = '';
  parser.on('opentag', ({ local }) => {
    if (local === 'response')
      open = { href: '', status: undefined, etag: undefined, data: undefined, errors: [] };
    if (open && path.at(-1) === 'error') open.errors.push(local);
    path.push(local);
    text = '';
  });
  const add = (more: string) => {
    text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ local }) => {
    path.pop();
    if (!open) return;
    if (local === 'response') {
      found.push(open);
      open = undefined;
    } else if (local === 'href' && path.at(-1) === 'response') open.href = text.trim();
    else if (local === 'status' && path.at(-1) === 'response') open.status = Number(text.split(' ')[1]);
    else if (local === 'getetag') open.etag = text.trim();
    else if (local === 'calendar-data') open.data = text;
    text = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}
