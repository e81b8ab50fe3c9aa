/** What stands in the page: small, complete, and nobody by name unless asked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { idOf, sessionOf, uidOf, unpack, type Year } from '../../src/page/data.ts';
import { choices, select } from '../../src/page/filter.ts';
import { icsOf } from '../../src/page/ics.ts';
import { hashOf, parseRoute, toView } from '../../src/page/route.ts';
import { renderPeople } from '../../src/pipeline.ts';
import { SMALL } from '../fixtures.ts';
import { wholeTexts } from '../render/whole.ts';
import { dataIn, filesOf, htmlOf, type PlannedYear, textYear } from './pages.ts';

let planned: PlannedYear;
let year: Year;
beforeAll(async () => {
  planned = await textYear(SMALL);
  year = unpack(dataIn(await htmlOf(planned)));
});

describe('the data of the page', () => {
  it('hold every session with its identity, day and people', () => {
    const { sessions } = planned.plan;
    expect(year.count).toBe(sessions.length);
    sessions.forEach((session, i) => {
      expect(idOf(year, i)).toBe(session.id);
      expect(uidOf(year, i)).toBe(session.uid);
      expect(sessionOf(year, session.id)).toBe(i);
      expect(year.people[i]).toBe(session.heads);
      expect(year.minutes[i]).toBe(session.minutes);
    });
  });

  it('are the same bytes twice', async () => {
    expect(await htmlOf(planned)).toBe(await htmlOf(planned));
  });

  it('lead only to files that are written', async () => {
    expect(dataIn(await htmlOf(planned)).files).toEqual([]);
    const files = await filesOf(planned, { only: new Set(['html', 'md', 'json'] as const) });
    const led = dataIn(files.get('index.html')!).files;
    expect(led.length).toBeGreaterThan(3);
    for (const { href } of led) expect(files.has(href), href).toBe(true);
  });
});

describe('filters', () => {
  it('let through what has all of what is asked, and nothing where nobody is meant', () => {
    const all = choices(year);
    expect(select(year, {}).sessions).toHaveLength(year.count);
    for (const { value } of all.department) {
      const { sessions, groups } = select(year, { department: value });
      const number = year.data.departments.findIndex(({ id }) => id === value);
      for (const i of sessions) {
        const theirs = Array.from(year.group.subarray(year.from[i]!, year.from[i + 1]!));
        expect(theirs.some((g) => year.data.groups.department[g] === number && groups[g] === 1)).toBe(true);
      }
    }
    expect(select(year, { department: 'nobody' }).sessions).toHaveLength(0);
    expect(select(year, { q: 'no such word anywhere' }).sessions).toHaveLength(0);
  });
});

describe('addresses', () => {
  it('come back as they went, and carry filters from view to view', () => {
    const route = { view: 'wall', settings: { department: 'a&b=c', by: 'site' } } as const;
    expect(parseRoute(hashOf(route))).toEqual(route);
    expect(parseRoute(toView(route, 'load'))).toEqual({ view: 'load', settings: { department: 'a&b=c' } });
    expect(parseRoute('#/nothing?x=1').view).toBe('start');
  });
});

describe('one session as a calendar entry', () => {
  it('has the identity of the calendars, and no line above 75 octets', () => {
    const text = icsOf(year, 0, 'Größe, שלום; \\ '.repeat(20));
    expect(text).toContain(`UID:${uidOf(year, 0).slice(0, 40)}`);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

describe('people', () => {
  it('are nowhere by name unless asked for, and then beside their number', async () => {
    const people =
      'id,role,site,shift,name\n' +
      'p1,colleague,leeds,early,Ottoline <b>Quill</b>\n' +
      'p2,credit-controller,leeds,day,שרה\n';
    const sections = SMALL.replace('\n  agreedBy', '\n  people: people.csv\n  agreedBy');
    const named = await textYear({ 'cxplan.yaml': sections, 'people.csv': people });
    const without = await htmlOf(named);
    expect(without).not.toMatch(/Ottoline|שרה/);
    const files = await wholeTexts(await renderPeople(named.model, named, undefined));
    const { groups } = dataIn(files.get('index.html')!);
    expect(groups.people?.flat()).toEqual(expect.arrayContaining(['Ottoline <b>Quill</b>', 'שרה']));
  });
});
