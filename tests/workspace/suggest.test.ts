import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/workspace/read.ts';
import { checkShape } from '../../src/workspace/shape.ts';

/** The remedy for one wrong value. */
function fix(text: string): string | undefined {
  const found = checkShape(readSource('a.yaml', text).document!);
  expect(found).toHaveLength(1);
  return found[0]?.fix;
}

const programme = (key: string, value: string) =>
  fix(
    `programme: { name: A, starts: 2027-01-04, ends: 2027-12-17, timezone: UTC }\n`.replace(
      RegExp(`${key}: [^,}]+`),
      `${key}: ${value} `,
    ),
  );
const shift = (value: string) => fix(`departments: { d: { shifts: { s: ${value} } } }`);
const module = (value: string) =>
  fix(`modules: { m: { audience: everyone, minutes: 5, format: talk, when: { every: month }, ${value} } }`);

describe('dates', () => {
  test.each([
    ['2027-02-30', 'February 2027 has 28 days'],
    ['2028-02-30', 'February 2028 has 29 days'],
    ['2027-06-31', 'June 2027 has 30 days'],
    ['2027-00-10', 'months go from 01 to 12'],
    ['2027-1-4', 'write 2027-01-04'],
    ['2027/01/04', 'write 2027-01-04'],
    ['4.1.2027', 'write the year first: 2027-01-04'],
    ['31/04/2027', 'write the year first: 2027-03-02'],
    ['15/3/2027', 'write the year first: 2027-03-15'],
    ['3-15-2027', 'write the year first: 2027-03-15'],
    ['2/2/2027', 'write the year first: 2027-02-02'],
    ['1/3/2027', 'write the year first: 2027-03-01 for 1 March, 2027-01-03 for 3 January'],
    ['2027-01-04T09:00', 'write the day alone: 2027-01-04'],
    ['20270104', 'write 2027-01-04'],
    ['1776-07-04', 'years go from 1900 to 2199'],
    ['~', 'give it a value'],
    ['4 January 2027', 'write 2027-01-04'],
    ['Jan 4th 2027', 'write 2027-01-04'],
    ['2027-W01', 'that is a week: its Monday is 2027-01-04'],
    ['2026W53', 'that is a week: its Monday is 2026-12-28'],
  ])('%s', (written, expected) => expect(programme('starts', written)).toBe(expected));
});

describe('hours and days', () => {
  test.each([
    ['{ days: mon, hours: 9-17 }', 'write 09:00-17:00'],
    ['{ days: mon, hours: 9:00 to 17:30 }', 'write 09:00-17:30'],
    ['{ days: mon, hours: 09:00–17:30 }', 'write 09:00-17:30'],
    ['{ days: mon, hours: 25:00-26:00 }', undefined],
    ['{ days: mon, hours: 8am-4pm }', 'write 08:00-16:00'],
    ['{ days: mon, hours: 10:30 p.m. to 12 am }', 'write 22:30-00:00'],
    ['{ days: mon, hours: 13pm-2pm }', undefined],
    ['{ days: mon, hours: 09:00-17:00, share: 1 }', 'write 100% for all, or 1% for one in a hundred'],
    ['{ days: Mon-Fri, hours: 09:00-17:00 }', 'write mon-fri'],
    ['{ days: "mon, wed, fri", hours: 09:00-17:00 }', 'write [mon, wed, fri]'],
    ['{ days: weekdays, hours: 09:00-17:00 }', 'write mon-fri'],
    ['{ days: [thursday], hours: 09:00-17:00 }', 'write thu'],
    ['{ days: mon, hours: 09:00-17:00, share: 0.5 }', 'write 50%'],
    ['{ days: mon, hours: 09:00-17:00, share: 50 }', 'write 50%'],
    ['{ days: mon, hours: 09:00-17:00, share: 12.5 % }', 'write 12.5%'],
  ])('%s', (written, expected) => expect(shift(written)).toBe(expected));
});

describe('lengths', () => {
  const minutes = (value: string) =>
    fix(`modules: { m: { audience: everyone, minutes: ${value}, format: talk, when: { every: month } } }`);
  test.each([
    ['1h', 'write 60'],
    ['1.5 hours', 'write 90'],
    ['1,5 h', 'write 90'],
    ['1h30', 'write 90'],
    ['1 h 30 min', 'write 90'],
    ['90 min', 'write 90'],
    ['"45"', 'write 45'],
    ['an hour', 'write 60'],
  ])('%s', (written, expected) => expect(minutes(`"${written.replaceAll('"', '')}"`)).toBe(expected));
});

describe('times that YAML reads as numbers', () => {
  const meeting = (at: string) =>
    fix(`departments: { d: { meetings: { m: { day: tue, at: ${at}, minutes: 15 } } } }`);
  test.each([
    ['12.45', 'write 12:45'],
    ['12.50', 'write 12:50'],
    ['9', 'write 09:00'],
    ['12.5', undefined],
    ['945', undefined],
    ['true', undefined],
  ])('%s', (written, expected) => expect(meeting(written)).toBe(expected));
});

describe('rhythms', () => {
  const every = (value: string) =>
    fix(`modules: { m: { audience: everyone, minutes: 5, format: talk, when: { every: ${value} } } }`);
  test.each([
    ['2 weeks', 'did you mean "fortnight"?'],
    ['monthly', 'did you mean "month"?'],
    ['6 months', 'did you mean "half-year"?'],
    ['2', undefined],
  ])('%s', (written, expected) => expect(every(written)).toBe(expected));
});

describe('entries in a list', () => {
  test('stand under their ids', () => {
    expect(fix('themes: [empathy, clarity]')).toBe('write { empathy: {}, clarity: {} }');
  });
});

describe('values of modules', () => {
  test.each([
    ['paid: yes', 'yes is text in YAML 1.2: write true'],
    ['paid: OFF', 'OFF is text in YAML 1.2: write false'],
    ['paid: "false"', 'write false without quotes'],
    ['paid: unpaid', 'write false'],
    ['room: none', 'write false'],
    ['parts: "2"', 'write 2'],
    ['maxAway: .5', 'write 50%'],
    ['maxAway: 0.125', 'write 12.5%'],
    ['maxAway: 33 per cent', 'write 33%'],
    ['maxAway: 150', 'write 150 people'],
    ['maxAway: -5', undefined],
    ['maxAway: .inf', undefined],
    ['voices: "a, b"', 'write [a, b]'],
    ['seats: 4-8', 'write { min: 4, max: 8 }'],
    ['stages: al', 'did you mean "all"?'],
    ['name: 2027', 'put it in quotes: "2027"'],
    ['name: true', 'put it in quotes: "true"'],
    ['kind: practise', 'did you mean "practice"?'],
    ['skill: [words]', 'write words without brackets'],
    ['title: Basics', 'did you mean "name"?'],
    ['busy: []', '"busy" is a key of departments'],
    ['qwertz: 1', undefined],
  ])('%s', (written, expected) => expect(module(written)).toBe(expected));
});

test('a locale as computers spell it', () => {
  const programme =
    'programme: { name: A, starts: 2027-01-04, ends: 2027-12-17, timezone: UTC, locale: de_AT.UTF-8 }';
  expect(fix(programme)).toBe('write de-AT');
});

test('a day where ranges are due', () => {
  expect(fix('facilitators: { f: { kind: trainer, away: 2027-02-01 } }')).toBe(
    'write [{ from: 2027-02-01, to: 2027-02-01 }]',
  );
});

test('an audience as a list of ids', () => {
  const modules =
    'modules: { m: { audience: [ward, office], minutes: 5, format: talk, when: { every: month } } }';
  expect(fix(modules)).toBe('write { departments: [ward, office] }, or { roles: [ward, office] }');
});

describe('ids', () => {
  test.each([
    ['Kind Invoices', 'write "kind-invoices"'],
    ['kindInvoices', 'write "kind-invoices"'],
    ['kind_invoices', 'write "kind-invoices"'],
    ['Straße', 'write "strasse"'],
    ['../up', 'write "up"'],
    ['NUL', 'write "nul"'],
    ['nul', 'choose another id'],
    ['東京', 'choose another id, and put the name into "name"'],
  ])('%s', (written, expected) => expect(fix(`sites: { "${written}": {} }`)).toBe(expected));
});
