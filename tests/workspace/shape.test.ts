import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/workspace/read.ts';
import { checkShape } from '../../src/workspace/shape.ts';
import { growth, NEARLY_LINEAR } from '../growth.ts';

function check(text: string): string[] {
  const { document } = readSource('a.yaml', text);
  return checkShape(document!).map(({ code, at, message, fix }) => {
    return `${code} ${at?.line}:${at?.column} ${message}${fix ? ` → ${fix}` : ''}`;
  });
}

describe('one message a cause', () => {
  test('a misspelt required key is not missing as well', () => {
    expect(check('rooms:\n  lab: { sit: leeds, seats: 8 }\n')).toEqual([
      'unknown-key 2:10 room "lab" has the key "sit", which does not exist → did you mean "site"?',
    ]);
  });

  test('all missing keys of an entry together, at the entry', () => {
    expect(check('voices:\n  letter: {}\nmodules:\n  a: { audience: everyone, format: event }\n')).toEqual([
      'missing-key 2:3 voice "letter" needs "type" → add "type: recording"',
      'missing-key 4:3 module "a" needs "minutes" and "when" → add "minutes: 90" and "when: { every: month }"',
    ]);
    expect(check('rooms:\n  lab: { seats: 4 }\n')).toEqual([
      'wrong-form 2:3 room "lab" has "seats", but must have either site: leeds, or sites: [leeds, york] where it goes from one to the other',
    ]);
  });

  test('a union speaks once, whatever its branches say', () => {
    expect(check('audiences: { a: 7, b: [x], c: {}, d: { levels: boss } }\n')).toHaveLength(4);
    expect(check('departments: { d: { shifts: { s: { days: mon, times: [] } } } }\n')).toHaveLength(2);
  });

  test('what reading has refused is not wrong a second time', () => {
    expect(check('rooms:\n  lab: { site: *nowhere, seats: 8 }\n')).toEqual([]);
    expect(check('rooms:\n  lab: { <<: { site: leeds }, seats: 8 }\n')).toEqual([]);
  });

  test('an id with capitals, once', () => {
    expect(check('sites: { Leeds: {} }\n')).toEqual([
      'bad-id 1:10 "Leeds" is no id: ids are a-z, digits and single hyphens → write "leeds"',
    ]);
  });
});

test('the order of messages is that of the file, entries of the same kind in one list', () => {
  const lines = check(
    'waivers:\n  - { rule: x }\n  - { rule: 5, reason: a, owner: b, until: tomorrow }\nmodule: {}\n',
  );
  expect(lines.map((line) => line.split(' ', 2)[1])).toEqual(['2:5', '3:13', '3:44', '4:1']);
});

test('no message speaks as the validator does', () => {
  const text = `programme: 5
sites: [a]
rooms: { a: { site: 1, seats: x, closed: { from: 1 } } }
departments: { d: { shifts: {}, meetings: { m: { day: x, at: 1, minutes: 0 } }, maxAway: x, busy: [{}] } }
roles: { r: { department: {}, heads: {}, hiring: 1, duties: x } }
stages: { s: { touchpoints: { t: { owner: {} } } } }
moments: { m: { from: -1, to: x } }
themes: { t: { months: [0], meaning: { a: 1 } } }
metrics: { m: { baseline: x } }
voices: { v: { type: x } }
modules: { m: { audience: 1, minutes: x, format: 1, when: 1, seats: x, after: [1], room: 1, host: 1, basics: 1 } }
facilitators: { f: { kind: 1, hoursPerWeek: 0, days: [] } }
rituals: { r: { type: 1, when: [], channel: {} } }
policy: { groupSize: 0, hoursPerPerson: {}, minCoverage: x, weights: [], rules: { no-voice: 1 } }
waivers: [1, {}]
`;
  const lines = check(text);
  expect(lines.length).toBeGreaterThan(40);
  for (const line of lines) {
    expect(line).not.toMatch(/undefined|\[object|must NOT|must match|additional propert|data\/|schema|null/i);
  }
});

test('9,000 entries with four mistakes each are all said, and the cost grows no faster than they do', async () => {
  const wrong = (count: number) => {
    const entries = Array.from(
      { length: count },
      (_, i) => `  m${i}: { audienc: everyone, minuts: 5, formt: talk, whn: {} }`,
    );
    return readSource('a.yaml', `modules:\n${entries.join('\n')}\n`).document!;
  };
  expect(checkShape(wrong(9000))).toHaveLength(36_000);
  const documents = new Map([1125, 9000].map((count) => [count, wrong(count)]));
  expect(await growth((count) => checkShape(documents.get(count)!), 1125)).toBeLessThan(NEARLY_LINEAR);
});
