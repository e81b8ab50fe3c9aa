/** What a plan costs, beside sums made by hand and a recount over the whole of a small year. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_NUMBERS } from '../../src/calendar/say.ts';
import { costOf, total } from '../../src/costs/costs.ts';
import { costLine, money } from '../../src/costs/words.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { planOf } from '../coverage/builder.ts';
import { diagnosticsOf, line, minimal, modelOf } from '../fixtures.ts';

const FIRM = {
  departments: { stores: {}, finance: {} },
  roles: { clerk: { department: 'finance', heads: 5, level: 'specialist', impact: 'Bills.' } },
  rooms: { lab: { site: 'main', seats: 20 } },
  facilitators: {
    ida: { kind: 'external', teaches: ['talk'] },
    amir: { kind: 'trainer', teaches: ['talk'] },
  },
  modules: {
    talk: {
      audience: 'everyone',
      format: 'workshop',
      minutes: 60,
      when: { every: 'quarter' },
      themes: ['mission'],
    },
    chat: {
      audience: 'everyone',
      format: 'huddle',
      minutes: 30,
      when: { every: 'month' },
      themes: ['mission'],
    },
  },
};
const COSTS = {
  currency: 'GBP',
  people: { frontline: 20, specialist: 30 },
  backfill: 1.5,
  trainers: { hour: 40 },
  externals: { day: 900, session: 10 },
  rooms: { lab: { day: 100 } },
};
const stores = { group: 'colleague.main.day.1', first: 1, last: 10 };
const finance = { group: 'clerk.main.day.1', first: 1, last: 5 };

async function costed(costs: object, ...sessions: Parameters<typeof planOf>[1]['sessions'] & object) {
  const model = await modelOf(
    minimal({
      ...FIRM,
      departments: {
        stores: { meetings: { m: { day: 'mon', at: '09:00', minutes: 30 } } },
        finance: { meetings: { m: { day: 'mon', at: '09:00', minutes: 30 } } },
      },
      costs,
    }),
  );
  const plan = planOf(model, { sessions });
  return costOf(model, {
    ...plan,
    sessions: plan.sessions.map((one) => ({ ...one, room: one.module === 'talk' ? 'lab' : null })),
  })!;
}

describe('what a plan costs', () => {
  it('is people’s time, cover, those who lead and rooms', async () => {
    const talk = {
      module: 'talk',
      start: '2027-03-02T10:00',
      facilitator: 'amir',
      attendees: [stores, finance],
    };
    const { all, departments, modules } = await costed(COSTS, talk);
    // 10 × 20 and 5 × 30; cover for the ten who face customers; one hour of a trainer; the room’s day.
    expect(all).toMatchObject({
      people: 350,
      cover: 300,
      leading: 40,
      rooms: 100,
      seats: 15,
      sessions: 1,
      hours: 15,
    });
    expect(total(modules.get('talk')!)).toBe(790);
    // Two thirds of the heads are of the stores.
    const [of, and] = [departments.get('stores')!, departments.get('finance')!];
    expect(of).toMatchObject({ people: 200, cover: 300, seats: 10, sessions: 1 });
    expect(of.leading).toBeCloseTo(80 / 3);
    expect(total(of) + total(and)).toBeCloseTo(790);
  });

  it('shares a day’s rate among its sessions, whatever their module', async () => {
    const at = (start: string) => ({ module: 'talk', start, facilitator: 'ida', attendees: [finance] });
    const one = await costed(COSTS, at('2027-03-02T10:00'));
    expect(one.all).toMatchObject({ leading: 910, rooms: 100 });
    const two = await costed(COSTS, at('2027-03-02T10:00'), at('2027-03-02T14:00'));
    expect(two.all).toMatchObject({ leading: 920, rooms: 100 });
    const days = await costed(COSTS, at('2027-03-02T10:00'), at('2027-03-03T10:00'));
    expect(days.all).toMatchObject({ leading: 1820, rooms: 200 });
  });

  it('takes one’s own rate before that of the kind; huddles need no cover; what is not said costs nothing', async () => {
    const talk = { module: 'talk', start: '2027-03-02', facilitator: 'ida', attendees: [finance] };
    const own = await costed({ ...COSTS, facilitators: { ida: { hour: 5 } } }, talk);
    expect(own.all.leading).toBe(5);
    const chat = await costed(COSTS, {
      module: 'chat',
      start: '2027-03-01',
      minutes: 30,
      attendees: [stores],
    });
    expect(chat.all).toMatchObject({ people: 100, cover: 0, leading: 0, rooms: 0 });
    const bare = await costed({ currency: 'EUR' }, talk);
    expect(total(bare.all)).toBe(0);
    expect(costLine(PLAIN_NUMBERS, bare)).toBe('EUR 0 · 0.00 a seat');
  });

  it('is said in one line', async () => {
    const talk = {
      module: 'talk',
      start: '2027-03-02T10:00',
      facilitator: 'amir',
      attendees: [stores, finance],
    };
    expect(costLine(PLAIN_NUMBERS, await costed(COSTS, talk))).toBe(
      'GBP 790 · 52.67 a seat · people’s time 44 %, cover 38 %, those who lead 5 %, rooms 13 %',
    );
    expect([4.2, 1234567.4, -3, -31000].map((sum) => money(PLAIN_NUMBERS, 'GBP', sum))).toEqual([
      'GBP 4.20',
      'GBP 1,234,567',
      'GBP -3.00',
      'GBP -31,000',
    ]);
  });
});

describe('costs in a workspace', () => {
  const said = async (costs: unknown) => (await diagnosticsOf(minimal({ costs }))).map(line).join('\n');

  it('are checked like everything else', async () => {
    expect(await said({ people: 20 })).toMatch(/error missing-key: the costs.*currency/);
    expect(await said({ currency: 'pounds' })).toMatch(
      /"currency" of the costs must be a currency in three letters/,
    );
    expect(await said({ currency: 'GBP', peple: 20 })).toMatch(
      /the costs has the key "peple".*did you mean "people"/,
    );
    expect(await said({ currency: 'GBP', people: { managr: 3 } })).toMatch(/managr.*did you mean "manager"/);
    expect(await said({ currency: 'GBP', trainers: 40 })).toMatch(/must be a map such as \{ day: 950 \}/);
    expect(await said({ currency: 'GBP', backfill: -1 })).toMatch(/backfill/);
  });

  it('stand in one file', async () => {
    const all = await diagnosticsOf({
      'a.yaml': minimal({ costs: { currency: 'GBP' } }),
      'b.yaml': 'costs: { currency: EUR }',
    });
    expect(all.map(line)).toEqual([
      expect.stringMatching(/^b\.yaml:1:1 error duplicate-id: the costs stands twice/),
    ]);
  });

  it('show in summary, pages and tables, and make no plan out of date', async () => {
    const folder = firm({ 'cxplan.yaml': minimal() });
    await run(['generate', folder]);
    const before = readFileSync(join(folder, 'plan/plan.json'), 'utf8');
    const { out } = await run(['generate', firmWith(folder)]);
    expect(out).toMatch(/Costs {5}GBP 100 · 10.00 a seat · people’s time 100 %/);
    expect(readFileSync(join(folder, 'plan/plan.json'), 'utf8')).toBe(before);
    expect(readFileSync(join(folder, 'plan/costs.md'), 'utf8')).toMatch(/\| Basics \| GBP 100 \| GBP 10 \|/);
    expect(readFileSync(join(folder, 'plan/costs.csv'), 'utf8')).toMatch(
      /module,basics,Basics,GBP,100,0,0,0,100,10,/,
    );
    expect(readFileSync(join(folder, 'plan/README.md'), 'utf8')).toMatch(/\*\*Costs:\*\* GBP 100/);
    const json = JSON.parse((await run(['generate', folder, '--json'])).out);
    expect(json.cost).toEqual({ currency: 'GBP', total: 100, people: 100, cover: 0, leading: 0, rooms: 0 });
  });
});

function firmWith(folder: string): string {
  writeFileSync(join(folder, 'costs.yaml'), 'costs: { currency: GBP, people: 20 }\n');
  return folder;
}
