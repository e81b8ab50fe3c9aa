/** What a finding is about, as an identity: rule and subject, never wording or line. */
import type { Id, Subject } from '../model/model.ts';

type Part = keyof Subject;

/** The order in which parts are written in a key. */
const PARTS: readonly Part[] = [
  'department',
  'role',
  'site',
  'shift',
  'group',
  'theme',
  'stage',
  'touchpoint',
  'moment',
  'module',
  'session',
  'voice',
  'ritual',
  'facilitator',
  'metric',
  'basic',
  'month',
  'quarter',
  'week',
  'occurrence',
  'action',
  'waiver',
  'expectation',
];

/** `touchpoint-gap:department=marketing,touchpoint=reference`; without a subject, the rule alone. */
export function keyOf(rule: Id, subject: Subject): string {
  const parts = partsOf(subject).map((part) => `${part}=${subject[part]}`);
  return parts.length === 0 ? rule : `${rule}:${parts.join(',')}`;
}

/** The parts a subject has, in the order of keys. */
export function partsOf(subject: Subject): Part[] {
  return PARTS.filter((part) => subject[part] !== undefined);
}
