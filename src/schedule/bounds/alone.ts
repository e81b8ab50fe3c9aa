/** Who cannot be placed even if nobody else asked for anything: no time, nobody who teaches it, no room, no basics. */
import { atLeast, intersect, overlaps, type Spans, subtract } from '../../calendar/spans.ts';
import { needsOf, neighbour } from '../constraints/precedence.ts';
import type { FacilitatorInfo, Req } from '../problem/problem.ts';
import type { Stretches } from './stretches.ts';

/** Of requirements of which nobody has a place, those that nothing can serve; what depends on them included. */
export function hopeless(stretches: Stretches, wanting: Iterable<Req>): Set<Req> {
  const out = new Set<Req>();
  const known = new Map<string, boolean>();
  const rest: Req[] = [];
  const numbers = new Map<Spans, number>();
  for (const req of wanting) {
    const spans = stretches.of([req]);
    const number = numbers.get(spans) ?? numbers.size;
    numbers.set(spans, number);
    const key = `${req.pool.moduleIndex} ${req.pool.site} ${number} ${req.group.languages}`;
    let served = known.get(key);
    if (served === undefined) {
      served = canBeServed(req, spans);
      known.set(key, served);
    }
    if (served) rest.push(req);
    else out.add(req);
  }
  let before = -1;
  while (out.size > before) {
    before = out.size;
    for (const req of rest) if (!out.has(req) && req.pool.linked && lacksBasics(req, out)) out.add(req);
  }
  return out;
}

function canBeServed({ pool, group }: Req, spans: Spans): boolean {
  const { minutes } = pool;
  const spoken = pool.languages & group.languages;
  if (atLeast(spans, minutes).length === 0) return false;
  const canLead = ({ works, languages }: FacilitatorInfo): boolean =>
    (languages & spoken) !== 0 && atLeast(intersect(spans, works), minutes).length > 0;
  if (pool.led && !hasSoMany(pool.able, pool.leaders, canLead)) return false;
  return !pool.roomed || pool.rooms.some(({ closed }) => atLeast(openIn(spans, closed), minutes).length > 0);
}

function hasSoMany<T>(list: readonly T[], count: number, isOne: (item: T) => boolean): boolean {
  let missing = count;
  return list.some((item) => isOne(item) && --missing === 0);
}

function openIn(spans: Spans, closed: Spans): Spans {
  const all = closed.length > 0 && overlaps(closed, spans[0]!, spans.at(-1)!);
  return all ? subtract(spans, closed) : spans;
}

/** An earlier part, or all occurrences of a prerequisite, are hopeless. */
function lacksBasics(req: Req, lost: ReadonlySet<Req>): boolean {
  const earlier = neighbour(req, -1);
  if (earlier && lost.has(earlier)) return true;
  return needsOf(req).some(({ reqs }) => {
    const occurrences = new Map<string, boolean>();
    for (const one of reqs) {
      const name = one.requirement.occurrence.replace(/\.p\d+$/, '');
      occurrences.set(name, (occurrences.get(name) ?? false) || lost.has(one));
    }
    return [...occurrences.values()].every((broken) => broken);
  });
}
