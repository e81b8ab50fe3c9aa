import { beforeAll, describe, expect, it } from 'vitest';
import { PlanError, parsePlan, rememberingPlan } from '../../src/plan/read.ts';
import { FIRM, modelOf, placements, planOf } from '../verify/firm.ts';
import { planText } from './text.ts';

let text: string;
beforeAll(async () => {
  const model = await modelOf(FIRM);
  text = planText(planOf(model, placements(model)));
});

function complaint(damaged: string): string {
  try {
    parsePlan(damaged);
  } catch (error) {
    expect(error).toBeInstanceOf(PlanError);
    return (error as PlanError).message;
  }
  return 'no complaint';
}

describe('reading a plan', () => {
  it('takes a byte order mark, CRLF and keys it does not know', () => {
    const plan = parsePlan(text);
    expect(parsePlan(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(plan);
    expect(parsePlan(text.replace('"version": 1,', '"version": 1, "later": [1],')).sessions).toEqual(
      plan.sessions,
    );
  });

  it('parses a text that is as it was no second time', () => {
    const parse = rememberingPlan();
    const plan = parse(text);
    expect(parse(`${text.slice(0, -1)}\n`)).toBe(plan);
    expect(parse(text.split('\n'))).toEqual(plan);
    const other = parse(text.replace(/"name": "/, '"name": "Other '));
    expect(other).not.toEqual(plan);
    expect(other.sessions).toEqual(plan.sessions);
    expect(() => parse(text.slice(0, 100))).toThrow(PlanError);
    expect(parse(text)).toEqual(plan);
  });

  it('takes the lines of one that is too long for a string', () => {
    expect(parsePlan(text.split('\n').values())).toEqual(parsePlan(text));
    const none = JSON.stringify(
      { ...parsePlan(text), sessions: [], rituals: [], themes: [], groups: [] },
      null,
      2,
    );
    expect(parsePlan(none.split('\n').values())).toEqual(JSON.parse(none));
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['cut off in a list', (l) => l.slice(0, l.length / 2), 'the plan is cut off before its end'],
    ['cut off after a list', (l) => l.slice(0, -2), 'the plan is cut off before its end'],
    ['damaged', (l) => l.map((line) => line.replace('"id": ', '"id" ')), 'the plan is not valid JSON'],
    ['laid out otherwise', (l) => [JSON.stringify(l)], 'the plan is cut off before its end'],
    [
      'conflict-marked',
      (l) => l.toSpliced(200, 0, '<<<<<<< HEAD'),
      'the plan has conflict markers of git in line 201',
    ],
    [
      'with a session twice',
      (l) => l.map((line) => line.replace(/(?<=^ {6}"id": ")[^"]+/, 'same')),
      'the plan has the id "same" twice',
    ],
  ])('refuses lines %s', (_, damage, message) => {
    const damaged = damage(text.split('\n'));
    expect(() => parsePlan(damaged.values())).toThrow(new PlanError(message));
  });

  it.each<[string, (text: string) => string, string]>([
    ['cut off', (t) => t.slice(0, t.length / 2), 'the plan is cut off before its end'],
    ['empty', () => '', 'the plan is empty'],
    ['no JSON', (t) => t.replace('"version": 1,', 'version: 1,'), 'the plan is not valid JSON'],
    ['a list', () => '[]', 'the plan is not an object'],
    [
      'conflict-marked',
      (t) => t.replace('  "version"', '<<<<<<< HEAD\n  "version"'),
      'the plan has conflict markers of git in line 3',
    ],
    [
      'of a future version',
      (t) => t.replace('"version": 1', '"version": 2'),
      'the plan has version 2 and this cxplan reads version 1: use a newer cxplan',
    ],
    [
      'without sessions',
      (t) => t.replace('"sessions"', '"session"'),
      'the plan is damaged: sessions: a value is due',
    ],
    [
      'with a date that does not exist',
      (t) => t.replace('"start": "2027-03-02', '"start": "2027-02-30'),
      'the plan is damaged: sessions[0].start: a local time is due',
    ],
    [
      'with text where a number is due',
      (t) => t.replace(/"minutes": 30/, '"minutes": "30"'),
      'the plan is damaged: sessions[0].minutes: a whole number is due',
    ],
    [
      'with a zone that does not exist',
      (t) => t.replaceAll('"timezone": "Europe/London"', '"timezone": "Europe/Leeds"'),
      'the plan is damaged: programme.timezone: a time zone is due',
    ],
    [
      'with an id that is a path',
      (t) => t.replace(/"id": "basics[^"]*"/, '"id": "../basics"'),
      'the plan is damaged: sessions[0].id: an id is due',
    ],
    [
      'with a key of the prototype',
      (t) => t.replace('"status": "confirmed"', '"status": "constructor"'),
      'the plan is damaged: sessions[0].status: "confirmed" or "cancelled" is due',
    ],
  ])('refuses one that is %s', (_what, damage, problem) => {
    expect(damage(text)).not.toBe(text);
    expect(complaint(damage(text))).toBe(`${problem}; restore it from version control`);
  });

  it('leaves alone what a later minor version may add: keys, formats, kinds of reasons', () => {
    const later = text
      .replace('"schema"', '"mood": "good", "schema"')
      .replace(/"format": "[a-z-]+"/, '"format": "podcast", "camera": true');
    expect(later).toContain('podcast');
    expect(parsePlan(later).sessions).toHaveLength(parsePlan(text).sessions.length);
  });

  it('refuses UIDs, ids and groups that stand there twice', () => {
    const twice = (what: 'uid' | 'id', list: 'sessions' | 'groups') => {
      const copy = JSON.parse(text);
      copy[list][1][what] = copy[list][0][what];
      return complaint(JSON.stringify(copy));
    };
    const [first] = parsePlan(text).sessions;
    expect(twice('uid', 'sessions')).toBe(
      `the plan has the UID "${first!.uid}" twice; restore it from version control`,
    );
    expect(twice('id', 'sessions')).toMatch(/the id ".*" twice; restore/);
    expect(twice('id', 'groups')).toMatch(/the group ".*" twice; restore/);
  });

  it('never throws anything else, whatever is cut off or changed', () => {
    for (let i = 1; i < text.length; i += 997) {
      for (const damaged of [
        text.slice(0, i),
        `${text.slice(0, i)}\u0000${text.slice(i + 1)}`,
        text.slice(i),
      ]) {
        try {
          parsePlan(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(PlanError);
        }
      }
    }
  });
});
