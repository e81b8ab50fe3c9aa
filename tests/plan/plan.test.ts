import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanSession } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { parsePlan } from '../../src/plan/read.ts';
import { FIRM, modelOf, type Placement, placements, planOf, wall } from '../verify/firm.ts';
import { planText } from './text.ts';

let model: Model;
beforeAll(async () => {
  model = await modelOf(FIRM);
});

const ADDRESS = 'small-firm-2027.2027-03@cxplan.invalid';

/** The plan after a change, made `asOf` a date, on top of the plan without it. */
function changedBy(change: (list: Placement[]) => Placement[], asOf = '2027-03-01') {
  const before = planOf(model, placements(model));
  const now = planOf(model, change(placements(model)), { asOf, previous: before });
  const old = new Map(before.sessions.map((session) => [session.id, session]));
  const changed = now.sessions.filter(
    (session) => JSON.stringify(session) !== JSON.stringify(old.get(session.id)),
  );
  return { before, now, changed };
}

const brief = ({ id, sequence, status, created, revised }: PlanSession) => [
  id,
  sequence,
  status,
  created,
  revised,
];

describe('the plan document', () => {
  it('says everything about a session', () => {
    const plan = planOf(model, placements(model));
    const session = plan.sessions.find(({ module }) => module === 'invoices')!;
    expect({ ...session, hash: '' }).toEqual({
      id: 'invoices.once.credit.leeds.day.1.1',
      uid: `invoices.once.credit.leeds.day.1.1.${ADDRESS}`,
      sequence: 0,
      status: 'confirmed',
      created: '2027-02-28',
      revised: '2027-02-28',
      hash: '',
      module: 'invoices',
      occurrence: 'once',
      format: 'workshop',
      themes: ['empathy'],
      stages: ['buy'],
      departments: ['finance'],
      attendees: [{ group: 'credit.leeds.day.1', first: 1, last: 4 }],
      heads: 4,
      start: '2027-03-04T13:00',
      end: '2027-03-04T14:00',
      timezone: 'Europe/London',
      startUtc: '2027-03-04T13:00:00Z',
      endUtc: '2027-03-04T14:00:00Z',
      minutes: 60,
      site: 'leeds',
      room: 'lab',
      facilitator: 'amira',
      led: 'trainer',
      counts: true,
      why: ['modules.invoices.when'],
    });
    expect(session.hash).toMatch(/^2:[0-9a-f]{16}$/);
  });

  it('takes the theme of the month, the stages of all attendees, and counts only what has a theme', () => {
    const { sessions } = planOf(model, placements(model));
    const of = (module: string) => sessions.find((session) => session.module === module)!;
    expect([of('coaching').themes, of('coaching').counts]).toEqual([['empathy'], true]);
    expect([of('packing').themes, of('packing').counts]).toEqual([[], false]);
    expect([of('huddle').stages, of('huddle').heads]).toEqual([['choose'], 10]);
    expect(of('welcome').startUtc).toBe('2027-03-02T11:00:00Z');
    // After the change to summer time.
    expect(sessions.at(-1)!.startUtc).toBe('2027-04-06T10:00:00Z');
  });

  it('dates rituals on working days, and theme months inside the programme', () => {
    const plan = planOf(model, placements(model));
    expect(plan.rituals.map(({ id, date, themes }) => [id, date, themes])).toEqual([
      ['ritual.thanks.2027-03', '2027-03-01', ['empathy']],
      ['ritual.thanks.2027-04', '2027-04-01', ['mission']],
    ]);
    expect(plan.rituals[0]!.departments).toEqual(['finance', 'stores', 'warehouse']);
    expect(plan.themes.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['theme.empathy.2027-03', '2027-03-01', '2027-03-31'],
      ['theme.mission.2027-04', '2027-04-01', '2027-04-30'],
    ]);
  });

  it('joins consecutive months of one theme into one run', async () => {
    const long = await modelOf(
      FIRM.replace('rotation: [empathy, mission]', 'rotation: [empathy, empathy, mission]').replace(
        '2027-04-30',
        '2027-06-18',
      ),
    );
    expect(planOf(long, []).themes.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['theme.empathy.2027-03', '2027-03-01', '2027-04-30'],
      ['theme.mission.2027-05', '2027-05-01', '2027-05-31'],
      ['theme.empathy.2027-06', '2027-06-01', '2027-06-18'],
    ]);
  });

  it('sums the weeks of facilitators and departments', () => {
    const { loads } = planOf(model, placements(model));
    expect(loads.facilitators).toContainEqual({ facilitator: 'amira', week: '2027-W09', minutes: 90 });
    // Four of the stores' supervisors and colleagues: eight coachings of 20 minutes.
    expect(loads.departments).toContainEqual({ department: 'stores', week: '2027-W10', personMinutes: 160 });
  });

  it('names the programme after its name where no id is written', async () => {
    const named = await modelOf(FIRM.replace('Small firm 2027', 'Žluťoučký kůň & Co. – 2027'));
    expect(planOf(named, []).programme.id).toBe('zlutoucky-kun-co-2027');
    const other = await modelOf(FIRM.replace('Small firm 2027', '日本'));
    expect(planOf(other, []).programme.id).toMatch(/^programme-[0-9a-f]{8}$/);
  });
});

describe('identity', () => {
  it('gives back the previous plan, byte for byte, when nothing changed', () => {
    const { before, now } = changedBy((list) => list.reverse(), '2027-02-28');
    expect(planText(now)).toBe(planText(before));
  });

  it('gives back the previous plan when a new search found another one for the same workspace', () => {
    const lasting = 'sha256:0';
    const before = planOf(model, placements(model), { lasting });
    const other = placements(model);
    for (const one of other) if (one.module === 'packing') one.start = wall('2027-03-05T16:00');
    expect(planOf(model, other, { asOf: '2027-02-28', previous: before })).toBe(before);
    // Not when somebody edited it, or the workspace is another.
    const edited = structuredClone(before);
    Object.assign(edited.sessions.find(({ module }) => module === 'talk')!, { start: '2027-03-24T13:30' });
    expect(planOf(model, other, { asOf: '2027-02-28', previous: edited, lasting })).not.toBe(edited);
    const fewer = { ...before, sessions: before.sessions.slice(1) };
    expect(planOf(model, other, { asOf: '2027-02-28', previous: fewer })).not.toBe(fewer);
    expect(planOf(model, other, { asOf: '2027-02-28', previous: before, inputs: 'sha256:1' })).not.toBe(
      before,
    );
  });

  it('leaves sessions untouched when only the date of the plan is another', () => {
    expect(changedBy((list) => list).changed).toEqual([]);
  });

  it('counts up what moved, and only that', () => {
    const { changed } = changedBy((list) => {
      for (const one of list) if (one.module === 'packing') one.start = wall('2027-03-05T16:00');
      return list;
    });
    expect(changed.map(brief)).toEqual([
      ['packing.once.packer.york.day.1.1', 1, 'confirmed', '2027-02-28', '2027-03-01'],
    ]);
    expect(changed[0]!.uid).toBe(`packing.once.packer.york.day.1.1.${ADDRESS}`);
  });

  it('numbers the plans that follow the first, and what each of them changed', () => {
    const drop = (...names: string[]) => placements(model).filter(({ module }) => !names.includes(module));
    const first = planOf(model, placements(model));
    const second = planOf(model, drop('packing'), { previous: first, inputs: 'sha256:1' });
    const third = planOf(model, drop('packing', 'talk'), { previous: second, inputs: 'sha256:2' });
    expect([first, second, third].map(({ made }) => made.issue)).toEqual([undefined, 2, 3]);
    expect(planText(first)).not.toContain('"issue"');
    const numbered = third.sessions.filter(({ issue }) => issue !== undefined);
    expect(numbered.map(({ module, status, issue }) => [module, status, issue])).toEqual([
      ['packing', 'cancelled', 2],
      ['talk', 'cancelled', 3],
    ]);
    expect(parsePlan(planText(third))).toEqual(third);
  });

  it('counts up what is called by another name', async () => {
    const renamed = await modelOf(FIRM.replace('name: Invoices people understand', 'name: Kind invoices'));
    const before = planOf(model, placements(model));
    const now = planOf(renamed, placements(renamed), { asOf: '2027-03-01', previous: before });
    expect(now.sessions.filter(({ sequence }) => sequence > 0).map(brief)).toEqual([
      ['invoices.once.credit.leeds.day.1.1', 1, 'confirmed', '2027-02-28', '2027-03-01'],
    ]);
  });

  it('leaves the past untouched, by whatever name it goes now', async () => {
    const renamed = await modelOf(FIRM.replace('name: Invoices people understand', 'name: Kind invoices'));
    const before = planOf(model, placements(model));
    const now = planOf(renamed, placements(renamed), { asOf: '2027-03-05', previous: before });
    expect(now.sessions).toEqual(before.sessions);
  });

  it('keeps the reason of a move until the next change', () => {
    const before = planOf(model, placements(model));
    const move = (list: Placement[], moved: string[]) => {
      for (const one of list)
        if (one.module === 'packing') Object.assign(one, { start: wall('2027-03-05T16:00'), moved });
      return list;
    };
    const second = planOf(model, move(placements(model), ['moved because the shed is closed']), {
      asOf: '2027-03-01',
      previous: before,
    });
    const third = planOf(model, move(placements(model), []), { asOf: '2027-03-02', previous: second });
    const why = (plan: typeof third) => plan.sessions.find(({ module }) => module === 'packing')!.why;
    expect(why(second)).toEqual(['modules.packing.when', 'moved because the shed is closed']);
    expect(why(third)).toEqual(why(second));
  });

  it('keeps what was dropped as cancelled until thirty days past its end', () => {
    const drop = (list: Placement[]) => list.filter(({ module }) => module !== 'packing');
    const id = 'packing.once.packer.york.day.1.1';
    const { changed, now } = changedBy(drop);
    expect(changed.map(brief)).toEqual([[id, 1, 'cancelled', '2027-02-28', '2027-03-01']]);
    expect(now.loads.facilitators).toContainEqual({ facilitator: 'amira', week: '2027-W09', minutes: 60 });
    const later = (asOf: string) => planOf(model, drop(placements(model)), { asOf, previous: now });
    const found = (asOf: string) => later(asOf).sessions.find((session) => session.id === id);
    expect(found('2027-04-03')).toEqual(changed[0]);
    expect(found('2027-04-04')).toBeUndefined();
  });

  it('never uses a cancelled UID again', () => {
    const { now } = changedBy((list) => list.filter(({ module }) => module !== 'packing'));
    const back = planOf(model, placements(model), { asOf: '2027-03-02', previous: now });
    const again = planOf(model, placements(model), { asOf: '2027-03-03', previous: back });
    for (const plan of [back, again]) {
      expect(plan.sessions.filter(({ module }) => module === 'packing').map(brief)).toEqual([
        ['packing.once.packer.york.day.1.1', 1, 'cancelled', '2027-02-28', '2027-03-01'],
        ['packing.once.packer.york.day.1.1.v2', 0, 'confirmed', '2027-03-02', '2027-03-02'],
      ]);
    }
  });

  it('lets the larger part of a session keep its id when it is split', () => {
    const { changed } = changedBy((list) => {
      const invoices = list.find(({ module }) => module === 'invoices')!;
      const [all] = invoices.attendees;
      invoices.attendees = [{ ...all!, first: 1, last: 1 }];
      return [
        ...list,
        { ...invoices, attendees: [{ ...all!, first: 2, last: 4 }], start: wall('2027-03-25T13:00') },
      ];
    });
    expect(changed.map((session) => [session.id, session.attendees[0]!.first, session.sequence])).toEqual([
      ['invoices.once.credit.leeds.day.1.1.v2', 1, 0],
      ['invoices.once.credit.leeds.day.1.1', 2, 1],
    ]);
  });

  it('carries rituals and theme months on, too', async () => {
    const before = planOf(model, []);
    const other = await modelOf(
      FIRM.replace('type: recognition, audience: everyone', 'type: recognition, audience: leaders'),
    );
    const now = planOf(other, [], { asOf: '2027-03-01', previous: before });
    // Who is meant decides in which calendars it stands, not what it says there.
    expect(now.rituals.map(({ sequence, departments }) => [sequence, departments])).toEqual([
      [0, ['stores']],
      [0, ['stores']],
    ]);
    expect(now.themes).toEqual(before.themes);
    const none = await modelOf(FIRM.slice(0, FIRM.indexOf('rituals:')));
    const gone = planOf(none, [], { asOf: '2027-03-01', previous: before });
    expect(gone.rituals.map(({ status, sequence }) => [status, sequence])).toEqual([
      ['cancelled', 1],
      ['cancelled', 1],
    ]);
  });
});

describe('the text of a plan', () => {
  it('comes back as it was', () => {
    const plan = planOf(model, placements(model));
    expect(parsePlan(planText(plan))).toEqual(plan);
  });

  it('has two spaces, LF, a final newline, and one line for what holds nothing further', () => {
    const text = planText(planOf(model, placements(model)));
    expect(text).not.toMatch(/\r|\t/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '{',
      '  "schema": "https://cxplan.dev/schemas/plan-1.json",',
      '  "version": 1,',
      expect.stringContaining('  "programme": { "id": "small-firm-2027", '),
    ]);
    expect(text).toContain('\n        { "group": "credit.leeds.day.1", "first": 1, "last": 4 }\n');
    expect(text).toContain('\n      "stages": ["buy"],\n');
  });

  it('changes few lines when little changes', () => {
    const lines = (plan: Parameters<typeof planText>[0]) => planText(plan).split('\n');
    const { before, now } = changedBy((list) => {
      for (const one of list) if (one.module === 'talk') one.start = wall('2027-03-24T13:30');
      return list;
    });
    const [a, b] = [lines(before), lines(now)];
    // asOf and issue of the plan; sequence, revised, issue, hash, start, end, startUtc, endUtc of the session
    expect(b.length).toBe(a.length + 1);
    const old = new Set(a);
    expect(b.filter((line) => !old.has(line)).length).toBe(10);
  });
});
