/** `learning.yaml`: what everybody learns, what each department learns about its own touchpoints, and what happens between. */
import type { Department, Firm, Job } from '../firm.ts';
import { plainId } from '../items.ts';
import { type OwnedTouchpoint, ownedIn } from './journey.ts';
import { ledByTrainers } from './led.ts';
import { lines } from './lines.ts';
import { everybody, onboarding, rituals } from './shared.ts';

export function learningText(firm: Firm): string {
  const owned = ownedIn(firm);
  const joined = firm.departments.some(({ jobs }) => jobs.some(({ joiners }) => joiners > 0));
  const led = ledByTrainers(firm);
  const modules = [
    ...(joined ? [['The first weeks of everybody who joins.', onboarding(firm)] as const] : []),
    [
      'Everybody: what we stand for, and ten minutes in the meeting that is held anyway.',
      everybody(firm),
    ] as const,
    [
      'Each department, on its own part of the journey. Give each a name that its people would come for.',
      Object.fromEntries(firm.departments.map((one) => ownModule(one, firm, owned, led.has(one.id)))),
    ] as const,
  ];
  return [
    'modules:\n',
    modules
      .map(([comment, entries]) => `  # ${comment}\n${Object.entries(entries).map(block).join('')}`)
      .join('\n'),
    '\n# What happens between the sessions.\nrituals:\n',
    Object.entries(rituals(firm)).map(block).join(''),
  ].join('');
}

function block([id, entry]: [string, object]): string {
  return `  ${id}:\n${lines(2, entry as Record<string, unknown>)}`;
}

const SEATS = 12;

/** A department's own module: on what goes wrong most for those who meet customers, on what their work does to them for others. */
function ownModule(
  { id, name, jobs, shifts }: Department,
  firm: Firm,
  owned: readonly OwnedTouchpoint[],
  trainer: boolean,
): [string, object] {
  const { year, rooms, sites } = firm;
  const mine = owned.filter(({ owner }) => owner === id);
  const front = jobs.some(({ customerFacing }) => customerFacing);
  const roomy = sites.every((site) => rooms.some((room) => room.site === site.id));
  const module = {
    name: front ? `${name}: when it goes wrong for a customer` : `${name}: what our work does to customers`,
    audience: {
      departments: [id],
      ...(!trainer && ledBySome(jobs) && { levels: ['frontline', 'specialist'] }),
    },
    format: 'workshop',
    led: trainer ? undefined : 'line',
    minutes: 45,
    seats: trainer && roomy ? Math.min(SEATS, ...rooms.map(({ seats }) => seats)) : SEATS,
    room: trainer && roomy ? undefined : false,
    maxAway: isSmall({ jobs, shifts }) ? '100%' : '50%',
    when: { from: `${year}-02-01`, by: `${year}-06-30` },
    themes: themesFor(front ? ['empathy', 'feedback'] : ['journey-today', 'what-it-costs'], firm),
    stages: mine.length > 0 ? [...new Set(mine.map(({ stage }) => stage))] : undefined,
    touchpoints: mine.length > 0 ? mine.map(({ touchpoint }) => touchpoint) : undefined,
    tags: front ? ['common-issues', 'empowerment'] : undefined,
    voices: ['recording'],
    metrics: [front ? 'second-contacts' : 'recommend'],
    after: ['our-mission'],
    outcome: front
      ? 'It is put right at once, by whoever hears of it.'
      : 'Customers feel that nobody here works past them.',
  };
  return [`${plainId(id)}-and-customers`, module];
}

/** Where three work at once, half of them are one: they learn together, or each alone. */
function isSmall({ jobs, shifts }: Pick<Department, 'jobs' | 'shifts'>): boolean {
  const at = new Map<string, number>();
  for (const { heads } of jobs) for (const [site, n] of heads) at.set(site, (at.get(site) ?? 0) + n);
  return [...at.values()].some((people) => people / shifts.length < 4);
}

/** Whoever leads it has learned it first, and is not one of those whom they lead. */
function ledBySome(jobs: readonly Job[]): boolean {
  return jobs.some(({ leads }) => leads) && jobs.some(({ leads }) => !leads);
}

/** Those that the year has; else what it always has. */
function themesFor(wanted: readonly string[], { themes }: Firm): string[] {
  const kept = wanted.filter((theme) => themes.some(({ id }) => id === theme));
  return kept.length > 0 ? kept : ['mission'];
}
