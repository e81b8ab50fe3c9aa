import { beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../src/model/made/plan.ts';
import { report } from '../../src/report/report.ts';
import type { AgendaEvent } from '../../src/report/types.ts';
import { changedFrom, type Sample, sample, undoneFrom } from './sample.ts';

let year: Sample;

beforeAll(async () => {
  year = await sample();
});

function eventsOf({ model, plan, gaps }: Sample): Map<string, AgendaEvent> {
  const { agendas, events } = report(model, plan, gaps);
  const all = [...agendas.get('calendars/all')!.events].map(events.at);
  return new Map(all.map((event) => [event.uid, event]));
}

function hashesOf({ plan }: Sample): Map<string, string> {
  const items: readonly Identity[] = [...plan.sessions, ...plan.rituals, ...plan.themes];
  return new Map(items.map(({ uid, hash }) => [uid, hash]));
}

describe('a calendar entry', () => {
  it('says who, why, the customer’s voice, who leads, where, and what comes after', () => {
    const workshop = year.plan.sessions.find(({ module }) => module === 'kind-invoices')!;
    expect(eventsOf(year).get(workshop.uid)).toMatchObject({
      title: 'Invoices people understand – Credit controllers; Head of finance (5)',
      location: 'The Lamp Room, Leeds',
      categories: ['Empathy – how we show up'],
      busy: true,
      description: [
        'For: Credit controllers; Head of finance (5 people)',
        'Why: A customer pays the right amount the first time, and feels respected.',
        'The customer’s voice in it: First-invoice call (recording)',
        'Led by: Amira',
        'Where: The Lamp Room, Leeds',
        'Theme: Empathy – how we show up',
        'Afterwards: Each of us rewrites one letter, within 14 days.',
      ].join('\n'),
    });
  });

  // A changed letter without a changed hash would leave the sequence as it is, and people's calendars wrong.
  it.each([
    ['a room', /The Lamp Room/g, 'The Blue Room'],
    ['a facilitator', /name: Amira/g, 'name: Amira Haddad'],
    ['a role', /name: Credit controller/g, 'name: Collector'],
    ['a site', /leeds: \{ region: North \}/g, 'leeds: { region: North, name: Leeds City }'],
    ['a department', /name: Customer care/g, 'name: Care'],
    ['a theme', /name: Our promise/g, 'name: Our word'],
    ['a voice', /First-invoice call/g, 'Second-invoice call'],
    ['a voice’s type', /type: testimonial/g, 'type: guest'],
    ['an outcome', /feels respected/g, 'feels welcome'],
    ['a follow-up', /withinDays: 14/g, 'withinDays: 7'],
    ['a ritual', /Lamp of the month/g, 'Light of the month'],
    ['a channel', /channel: town hall/g, 'channel: canteen'],
    ['one more site of a role', /heads: 8\n/g, 'heads: { porto: 8, leeds: 2 }\n'],
    ['more people in a role', /heads: 1\n/g, 'heads: 14\n'],
    ['another policy', /^waivers:/gm, 'policy: { groupSize: 13, noticeDays: 3 }\nwaivers:'],
    ['what a room has', /screen\] \}/g, 'screen, sofa] }'],
    ['a host', /name: Shops/g, 'name: Our shops'],
    ['another mantra', /Light that feels/g, 'Lamps that feel'],
  ])('changes only with its hash: %s', async (_, from, to) => {
    const edited = await sample((yaml) => {
      const text = yaml.replace(from, to);
      expect(text).not.toBe(yaml);
      return text;
    });
    const [before, after] = [eventsOf(year), eventsOf(edited)];
    const [hashes, now] = [hashesOf(year), hashesOf(edited)];
    let same = 0;
    for (const [uid, event] of after) {
      if (hashes.get(uid) !== now.get(uid)) continue;
      expect(event).toEqual(before.get(uid));
      same += 1;
    }
    expect(same).toBeGreaterThan(0);
  });
});

describe('what has changed since the plan before', () => {
  const DAY = '2026-11-21';
  const changes = ({ model, plan, gaps }: Sample) => {
    const { agendas, events } = report(model, plan, gaps);
    const found = agendas.get('calendars/changes');
    return (
      found && [...found.events].map(events.at).map(({ uid, status }) => [uid.split('.marlow')[0], status])
    );
  };
  const workshop = 'kind-invoices.once.credit-controller.leeds.day.1.1';
  const dropped = 'theme-talk.2027-02.care-agent.porto.day.1.1';
  const added = 'theme-talk.2027-04.shop-assistant.leeds.early.1.1';

  it('is nothing in the first plan', () => {
    expect(changes(year)).toBeUndefined();
  });

  it.each([DAY, '2027-02-01'])('is what the plan of %s added, moved and cancelled', (asOf) => {
    expect(changes(changedFrom(year, asOf))).toEqual([
      [dropped, 'cancelled'],
      [workshop, 'confirmed'],
      [added, 'confirmed'],
    ]);
  });

  it('is not what an earlier plan of the same day changed', () => {
    expect(changes(undoneFrom(changedFrom(year, DAY), DAY))).toEqual([
      [`${dropped}.v2`, 'confirmed'],
      [workshop, 'confirmed'],
      [added, 'cancelled'],
    ]);
  });

  it('is nothing when a plan of a later day changes nothing', () => {
    expect(changes(changedFrom(changedFrom(year, DAY), '2026-11-22'))).toBeUndefined();
  });
});
