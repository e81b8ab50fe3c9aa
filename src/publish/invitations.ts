/**
 * Invitations (iTIP, RFC 5546): one file for each person and session, with METHOD:REQUEST, and CANCEL for whoever was
 * invited and is not meant any more. What was sent before is read from the folder; nothing is mailed.
 */
import { createHash } from 'node:crypto';
import { peopleIn } from '../model/made/calendars.ts';
import { isHeld } from '../model/made/history.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import type { Id, Person } from '../model/model.ts';
import { contentLine } from '../render/ics/lines.ts';
import { cleanLine } from '../wording/clean.ts';
import { calendarOf, linesOf, type PlainEvent, propertyOf } from './events.ts';

export interface Invitations {
  /** Path in the folder → text. */
  readonly files: ReadonlyMap<string, string>;
  readonly invited: number;
  readonly cancelled: number;
  /** Ids of people without an address. */
  readonly without: ReadonlySet<Id>;
}

/** A longer session's id is a hash in the name of a file. */
const NAME_LIMIT = 120;

/**
 * @param people of the roster
 * @param events by UID, as calendars show them
 * @param before path → text of what the folder holds
 * @param organizer the address that answers go to
 */
export function invitationsOf(
  plan: Plan,
  people: readonly Person[],
  events: ReadonlyMap<string, PlainEvent>,
  before: ReadonlyMap<string, string>,
  organizer: string,
): Invitations {
  const files = new Map<string, string>();
  const without = new Set<Id>();
  const byId = new Map(people.map((person) => [person.id, person]));
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  let invited = 0;
  for (const session of plan.sessions) {
    const event = events.get(session.uid);
    if (session.status !== 'confirmed' || isHeld(session, plan.asOf) || !event) continue;
    for (const id of new Set(peopleIn(session, groups))) {
      const person = byId.get(id);
      if (!person?.email) without.add(id);
      else {
        const path = `${id}/${fileName(session)}.ics`;
        files.set(path, invitation(event, person, organizer, before.get(path), plan.asOf));
        invited += 1;
      }
    }
  }
  let cancelled = 0;
  for (const [path, text] of before) {
    const lines = linesOf(text);
    // What is over needs no word any more.
    if (files.has(path) || propertyOf(lines, 'DTEND') < compact(plan.asOf)) continue;
    cancelled += 1;
    files.set(path, propertyOf(lines, 'METHOD') === 'CANCEL' ? text : cancellation(lines, plan.asOf));
  }
  return { files, invited, cancelled, without };
}

function fileName({ id, uid }: PlanSession): string {
  return id.length <= NAME_LIMIT ? id : createHash('sha256').update(uid).digest('hex').slice(0, 32);
}

/** What changes by itself is no reason to invite again. */
const STAMPS = /^(?:SEQUENCE|DTSTAMP|LAST-MODIFIED|CREATED)[:;]/;

function invitation(
  { uid, text }: PlainEvent,
  { name, email }: Person,
  organizer: string,
  before: string | undefined,
  asOf: string,
): string {
  const called = name === undefined ? '' : `;CN="${cleanLine(name).replace(/"/g, '')}"`;
  const own = linesOf(text).slice(0, -1);
  const lines = [
    ...own,
    `ORGANIZER:mailto:${cleanLine(organizer)}`,
    `ATTENDEE${called};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${cleanLine(email!)}`,
    'END:VEVENT',
  ];
  const old = before === undefined ? [] : linesOf(before);
  if (propertyOf(old, 'METHOD') === 'REQUEST' && isSame(lines, old)) return before!;
  const sequence = Number(propertyOf(lines, 'SEQUENCE'));
  const least = old.length === 0 ? 0 : Number(propertyOf(old, 'SEQUENCE')) + 1;
  return written(
    uid,
    stamped(lines, Math.max(sequence, least), old.length === 0 ? undefined : asOf),
    'REQUEST',
  );
}

function cancellation(old: readonly string[], asOf: string): string {
  const lines = old
    .slice(old.indexOf('BEGIN:VEVENT'), old.indexOf('END:VEVENT') + 1)
    .map((line) => (line.startsWith('STATUS:') ? 'STATUS:CANCELLED' : line));
  return written(
    propertyOf(lines, 'UID'),
    stamped(lines, Number(propertyOf(lines, 'SEQUENCE')) + 1, asOf),
    'CANCEL',
  );
}

function stamped(lines: readonly string[], sequence: number, asOf: string | undefined): string[] {
  return lines.map((line) => {
    if (line.startsWith('SEQUENCE:')) return `SEQUENCE:${sequence}`;
    if (asOf !== undefined && /^(?:DTSTAMP|LAST-MODIFIED):/.test(line))
      return `${line.slice(0, line.indexOf(':'))}:${compact(asOf)}T000000Z`;
    return line;
  });
}

function written(uid: string, lines: readonly string[], method: 'REQUEST' | 'CANCEL'): string {
  return calendarOf({ uid, text: lines.map(contentLine).join('') }, method);
}

function isSame(lines: readonly string[], old: readonly string[]): boolean {
  const words = (some: readonly string[]) => some.filter((line) => !STAMPS.test(line));
  const theirs = new Set(old);
  return words(lines).every((line) => theirs.has(line));
}

function compact(date: string): string {
  return date.replace(/-/g, '');
}
