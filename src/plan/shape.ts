/** The shape of `plan.json`: the check made from its schema, and what is wrong in words. */
import type { ErrorObject } from 'ajv';
import { kinds, validate } from './shape.gen.js';

/** What is due where a text is of no use, by the schema's definition of it. */
const WORDS: Readonly<Record<string, string>> = {
  calendar: 'a calendar such as departments/finance',
  date: 'a date',
  groupId: 'an id',
  id: 'an id',
  joining: 'a month, or false',
  localTime: 'a local time',
  occurrence: 'an occurrence such as 2027-03',
  planId: 'an id',
  timeZone: 'a time zone',
  uid: 'a UID',
  utcTime: 'a time in UTC',
  week: 'a week such as 2027-W09',
};

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

/** The first thing that breaks the contract, as words: `sessions[3].minutes: a number from 1 is due`. */
export function firstFault(document: unknown): string | undefined {
  if (validate(document)) return undefined;
  const fault = validate.errors!.at(-1)!;
  return `${placeOf(fault)}: ${dueAt(fault)} is due`;
}

/** `/sessions/3/minutes` → `sessions[3].minutes` */
function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = keyword === 'required' ? `${instancePath}/${params.missingProperty}` : instancePath;
  const place = path
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
  return place === '' ? 'plan' : place;
}

function dueAt({ keyword, params, instancePath }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return [params.type]
        .flat()
        .map((type) => TYPES[type] ?? type)
        .join(' or ');
    case 'minimum':
      return `a number from ${params.limit}`;
    case 'const':
      return JSON.stringify(params.allowedValue);
    case 'enum':
      return params.allowedValues.map((value: unknown) => JSON.stringify(value)).join(' or ');
    case 'format':
      return WORDS[params.format] ?? params.format;
    case 'pattern':
      return WORDS[kinds[params.pattern] ?? ''] ?? `text like ${params.pattern}`;
    case 'required':
      return 'a value';
    default:
      return instancePath.endsWith('/joiners') ? WORDS.joining! : 'another value';
  }
}
