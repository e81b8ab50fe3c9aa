/**
 * SCIM 2.0 (RFC 7643): users as JSON, one, a list or a ListResponse. The enterprise's attributes stand under their own
 * URN; names of attributes are compared without case, as the standard has it. There is no site and no shift in it:
 * the place of the work address is taken for one.
 */
import { isMap } from '../../collections/is-map.ts';
import { TableProblem, type TableSource } from './types.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:user';
/** JSON is held whole while it is read. */
const MOST_JSON = 128_000_000;

/** Whether bytes begin as JSON does, after a byte order mark. */
export function isJson(head: Uint8Array): boolean {
  return /^\ufeff?\s*[[{]/.test(Buffer.from(head.subarray(0, 64)).toString());
}

/** A user of SCIM, as it stands in the file. */
export type ScimUser = Readonly<Record<string, unknown>>;

/** All users of a file. @throws TableProblem */
export function scimUsers(source: TableSource): readonly ScimUser[] {
  return usersIn(source, parsed(source));
}

/** What a firm asks of a user; '' for what is not said. */
export interface ScimCells {
  readonly id: string;
  readonly department: string;
  readonly role: string;
  readonly site: string;
  /** `inactive`, or nothing. */
  readonly status: string;
  /** As the file has it: the `id` of another user. */
  readonly manager: string;
}

function parsed(source: TableSource): unknown {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > MOST_JSON)
      throw problem(source, 1, `is larger than ${MOST_JSON / 1_000_000} MB`, 'export it in pages, or as CSV');
    chunks.push(chunk.slice());
  }
  const text = Buffer.concat(chunks)
    .toString()
    .replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    const line = text.slice(0, at).split('\n').length;
    throw problem(
      source,
      line,
      `is no JSON from line ${line} on`,
      'export it again; it may have been cut off',
    );
  }
}

function usersIn(source: TableSource, value: unknown): ScimUser[] {
  const list = Array.isArray(value) ? value : isMap(value) ? (attribute(value, 'resources') ?? [value]) : [];
  const users = (Array.isArray(list) ? list : []).filter(
    (one) => isMap(one) && attribute(one, 'username') !== undefined,
  );
  if (users.length > 0) return users as ScimUser[];
  throw problem(
    source,
    1,
    'holds no users of SCIM 2.0',
    'it is a list of users with userName, or a ListResponse with Resources',
  );
}

export function scimCells(user: ScimUser): ScimCells {
  const enterprise = attribute(user, ENTERPRISE);
  const own = (name: string): string => textOf(isMap(enterprise) ? attribute(enterprise, name) : undefined);
  const manager = isMap(enterprise) ? attribute(enterprise, 'manager') : undefined;
  return {
    department: own('department') || own('division') || own('organization'),
    role: textOf(attribute(user, 'title')),
    site: placeOf(attribute(user, 'addresses')),
    status: attribute(user, 'active') === false ? 'inactive' : '',
    id: own('employeenumber') || textOf(attribute(user, 'id')) || textOf(attribute(user, 'username')),
    manager: isMap(manager) ? textOf(attribute(manager, 'value')) : textOf(manager),
  };
}

/** Town of the work address, or of the only one. */
function placeOf(addresses: unknown): string {
  const all = (Array.isArray(addresses) ? addresses : []).filter(isMap);
  const work = all.find((one) => attribute(one, 'type') === 'work') ?? all[0];
  return work ? textOf(attribute(work, 'locality')) : '';
}

/** An attribute by its name in small letters. */
export function attribute(map: ScimUser, name: string): unknown {
  if (Object.hasOwn(map, name)) return map[name];
  const key = Object.keys(map).find((known) => known.toLowerCase() === name);
  return key === undefined ? undefined : map[key];
}

/** A text or a number as text; anything else is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function problem({ file }: TableSource, line: number, message: string, fix: string): TableProblem {
  return new TableProblem('not-scim', `${file} ${message}`, { file, line, column: 1 }, fix);
}
