/**
 * What a plan stands on, in one hash. Where it still comes out the same, the workspace means what it meant but for
 * absences, and nobody has edited what was planned: only an absence can have broken anything.
 */
import { hash } from 'node:crypto';
import type { Plan, PlanSession } from './plan.ts';

/** Who made a plan of what: another version may know other constraints. */
export interface Maker {
  /** `cxplan 0.1.0` */
  readonly tool: string;
  /** Hash of the workspace's meaning, absences and words apart. */
  readonly lasting: string;
  /** Which groups were planned apart from which. */
  readonly split: string;
}

type Result = Pick<Plan, 'unscheduled' | 'score' | 'loads'>;

/** `sha256:` of all that is not a session, `+`, and a sum over the sessions: 64 and 8 hexadecimal digits. */
export function basisOf(maker: Maker, result: Result, sessions: readonly PlanSession[]): string {
  return written(maker, result, sumOf(sessions));
}

/** The basis of a plan that follows another, from the sessions that came and went. @param before the other's basis */
export function basisAfter(
  before: string,
  maker: Maker,
  result: Result,
  { added, gone }: { readonly added: readonly PlanSession[]; readonly gone: readonly PlanSession[] },
): string {
  return written(maker, result, sumIn(before) + sumOf(added) - sumOf(gone));
}

function written(
  { tool, lasting, split }: Maker,
  { unscheduled, score, loads }: Result,
  sum: number,
): string {
  const terms = score.terms.map(({ id, cost }) => [id, cost]);
  const all = [tool, lasting, split, unscheduled.length, terms, loads];
  const rest = hash('sha256', JSON.stringify(all), 'hex');
  return `sha256:${rest}+${(sum >>> 0).toString(16).padStart(8, '0')}`;
}

/** Whether sessions are those that a basis was made of. */
export function isBasedOn(basis: string, sessions: readonly PlanSession[]): boolean {
  return sumIn(basis) === sumOf(sessions) >>> 0;
}

function sumIn(basis: string): number {
  return Number.parseInt(basis.slice(basis.indexOf('+') + 1), 16);
}

/**
 * A sum (of FNV-1a, 32 bits) over what is planned of each session. It tells an edit, not an attack:
 * a year of a million people has three million sessions, which SHA-256 would take many seconds for.
 */
function sumOf(sessions: readonly PlanSession[]): number {
  let sum = 0;
  for (const session of sessions) sum = (sum + marked(session)) | 0;
  return sum;
}

function marked(session: PlanSession): number {
  const { id, status, module, occurrence, attendees, start, startUtc, minutes, site } = session;
  let mark = withText(withText(withText(withText(0x811c9dc5, id), status), module), occurrence);
  mark = withText(withText(withText(mark, start), startUtc), site);
  mark = withText(withText(mark, session.room ?? ''), session.facilitator ?? '');
  for (const id of session.coFacilitators ?? []) mark = withText(mark, id);
  mark = withText(withText(withText(mark, session.end), session.endUtc), session.timezone);
  mark = withText(withText(mark, session.format), session.led);
  mark = withNumber(withNumber(withNumber(mark, minutes), session.heads), Number(session.counts));
  for (const ids of [session.themes, session.stages, session.departments]) {
    for (const id of ids) mark = withText(mark, id);
    mark = withNumber(mark, -2);
  }
  for (const { group, first, last } of attendees) {
    mark = withNumber(withNumber(withText(mark, group), first), last);
  }
  return mark;
}

/**
 * `text.charCodeAt(at)`, without looking it up on each text: texts have so many inner forms (joined, cut out, read)
 * that this takes ten times as long as all the rest.
 */
const codeAt: (text: string, at: number) => number = Function.prototype.call.bind(
  String.prototype.charCodeAt,
);

function withText(before: number, text: string): number {
  let mark = before;
  const { length } = text;
  for (let i = 0; i < length; i++) mark = withNumber(mark, codeAt(text, i));
  return withNumber(mark, -1);
}

function withNumber(mark: number, value: number): number {
  return Math.imul(mark ^ value, 0x01000193);
}
