/** How many people join in a year: a number for all, a share, or job by job. */
import { countedOf } from './counted.ts';
import { isNone, type NamedItem, oneOf } from './items.ts';

export interface JoinerAnswer extends NamedItem {
  /** Site id → people. */
  readonly heads: ReadonlyMap<string, number>;
}

/** `10%`, `25`, `25 people a year`, `Driver 20, Agent 4`, `none` → job id → people. @throws Error that says what to write */
export function joinersOf(text: string, jobs: readonly JoinerAnswer[]): ReadonlyMap<string, number> {
  if (isNone(text)) return new Map();
  const plain = text.trim().replace(/ ?\b(?:a|per|each|every) year$/i, '');
  const share = /^(\d{1,3})(?: ?%| per ?cent)$/.exec(plain);
  const number = /^(\d{1,6})(?: people)?$/.exec(plain);
  if (share) return new Map(jobs.map((job) => [job.id, Math.round((sizeOf(job) * Number(share[1])) / 100)]));
  if (number) return spread(Number(number[1]), jobs);
  const given = countedOf(text, [{ id: 'all', name: 'all' }], {
    kind: 'job',
    example: 'Driver 12',
    most: 100_000,
  });
  return new Map(given.map(({ name, at }) => [oneOf(name, jobs, 'job').id, at.get('all')!]));
}

/** By the sizes of the jobs, largest remainder first. */
function spread(joiners: number, jobs: readonly JoinerAnswer[]): Map<string, number> {
  const all = jobs.reduce((sum, job) => sum + sizeOf(job), 0);
  const parts = jobs.map((job) => ({ id: job.id, part: (joiners * sizeOf(job)) / all }));
  const whole = new Map(parts.map(({ id, part }) => [id, Math.floor(part)]));
  const left = joiners - [...whole.values()].reduce((sum, n) => sum + n, 0);
  const byRest = [...parts].sort((a, b) => (b.part % 1) - (a.part % 1));
  for (const { id } of byRest.slice(0, left)) whole.set(id, whole.get(id)! + 1);
  return whole;
}

function sizeOf({ heads }: JoinerAnswer): number {
  return [...heads.values()].reduce((sum, n) => sum + n, 0);
}
