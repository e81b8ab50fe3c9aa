/** States of random firms to try moves on, and what is left of a state to compare: its cost, its books, its faults. */
import fc from 'fast-check';
import { isoDate } from '../../../src/calendar/date.ts';
import { makeDemand } from '../../../src/demand/demand.ts';
import type { Demand } from '../../../src/demand/types.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { allMissing, construct } from '../../../src/schedule/construct/construct.ts';
import { Inserter } from '../../../src/schedule/construct/insert.ts';
import { Objective, scoreOf } from '../../../src/schedule/objective/objective.ts';
import { TERMS } from '../../../src/schedule/objective/terms/index.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import { Numbers } from '../../../src/schedule/problem/roll-numbers.ts';
import { held, restore } from '../../../src/schedule/solution/snapshot.ts';
import { type Session, State } from '../../../src/schedule/solution/state.ts';
import { inOrder, placedOf } from '../../../src/schedule/solve/result.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import { randomFirm } from '../../verify/random-firm.ts';
import { livelyFirm } from './lively.ts';

export interface Bench {
  readonly inserter: Inserter;
  readonly demand: Demand;
  /** What stands at the beginning: {@link restore} goes back there. */
  readonly sessions: readonly Session[];
}

/** Constructed firms; every other one as if half of it had stood elsewhere before. */
export async function benches(lively: number, odd: number, seed: number): Promise<Bench[]> {
  const out: Bench[] = [];
  const texts = [
    ...fc.sample(livelyFirm, { seed, numRuns: lively }),
    ...fc.sample(randomFirm, { seed, numRuns: 40 * odd }),
  ];
  for (const text of texts) {
    const bench = await constructed(text, out.length % 2 === 1);
    if (bench && out.push(bench) === lively + odd) break;
  }
  return out;
}

/** Undefined where the workspace is refused, or has next to nothing in it that moves. */
async function constructed(text: string, before: boolean): Promise<Bench | undefined> {
  const { model } = await loadSources(new Map([['cxplan.yaml', text]]));
  if (!model) return undefined;
  const demand = makeDemand(model);
  const problem = makeProblem(model, demand, Number.NEGATIVE_INFINITY);
  const state = new State(problem);
  const inserter = new Inserter(state, new Objective(problem));
  await construct(inserter, 1, () => {});
  if (held(state).length < 8) return undefined;
  const stood = before ? inOrder(state).filter(({ id }) => id % 2 === 1) : [];
  for (const session of stood) stoodBefore(state, session);
  return { inserter, demand, sessions: held(state) };
}

/** Another leader had it: only with that one back it would be where it was. */
export function stoodBefore(state: State, session: Session): void {
  const { id, pool, start, room, facilitator, seats } = session;
  const others = pool.able.filter((one) => one !== facilitator);
  const before = {
    id: `before-${id}`,
    past: false,
    site: pool.site,
    zone: pool.clock.zone,
    start,
    room: room?.room.id,
    facilitator: (others[0] ?? facilitator)?.facilitator.id,
  };
  for (const seat of seats) state.before.add(seat, before);
  state.lift(session);
  state.place({ ...session, before });
}

/** The whole soft cost, counted in a state that knows of nothing else. */
export function costOf({ inserter: { state, objective } }: Bench): number {
  const { model } = state.problem;
  const costs = objective.costs(state.problem, inOrder(state), state.before);
  return TERMS.reduce(
    (sum, { id, weight, scale }, i) => sum + (model.policy.weights.get(id) ?? weight) * scale * costs[i]!,
    0,
  );
}

/** What the second opinion, which was written apart, says is broken; that somebody waits is no fault here. */
export function faultsOf({ inserter: { state }, demand }: Bench): string[] {
  const { problem } = state;
  const numbers = new Numbers(demand);
  const sessions = inOrder(state).map((session) => numbers.placed(placedOf(problem, session)));
  // Nothing of it is over: what is past may break more.
  const asOf = isoDate(problem.model.programme.starts - 1);
  const options = { tool: 'cxplan test', inputs: '', seed: 1, effort: 'quick', asOf } as const;
  const unplaced = allMissing(state, problem).map(({ req: { requirement }, first, last }) => {
    return { requirement, first, last, reasons: [], relaxations: [] };
  });
  const schedule = { sessions, unplaced, score: scoreOf(problem.model, [], 0), moves: 0 };
  const plan = makePlan(problem.model, demand, schedule, { ...options, previous: undefined, draft: true });
  return verifyPlan(problem.model, plan)
    .filter(({ constraint }) => constraint !== 'complete' && constraint !== 'document')
    .map(({ constraint, message }) => `${constraint}: ${message}`);
}

/** Everything a state keeps books of, entries of a list in an order of their own: they come and go at either end. */
export function booksOf(state: State): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(state)) {
    if (!APART.has(name)) out[name] = textOf(value);
  }
  return { ...out, sessions: held(state).map(textOfSession).join('\n') };
}

/** The same of a state that holds the same sessions and has never held any others. */
export function booksAnew({ problem, before, ...state }: State): Record<string, string> {
  const anew = new State(problem, before);
  while (anew.newId() < state.sessions.length - 1);
  restore(anew, held(state as State));
  return booksOf(anew);
}

/** What is no part of the plan; whether a group has ever been parted (in `weeks`) is only for speed. */
const APART = new Set(['problem', 'before', 'journal', 'spots', 'takeBack', 'sessions']);
const UNSAID = new Set(['parted', 'crowd', 'used', 'free', 'within', 'lastWeek', 'words', 'origin', 'reach']);

function textOf(value: unknown): string {
  if (ArrayBuffer.isView(value)) return String(value);
  if (value instanceof Map) return String([...value].sort(([a], [b]) => a - b));
  if (Array.isArray(value)) return value.map(textOfList).join(';');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('entries' in value && 'heads' in value) return textOfLine(value as never);
  return Object.entries(value)
    .filter(([name]) => !UNSAID.has(name))
    .map(([name, part]) => `${name}: ${textOf(part)}`)
    .join('\n');
}

/** Numbers of a pool's sessions, or what a group could repeat. */
function textOfList(value: unknown): string {
  if (Array.isArray(value)) return String([...value].sort((a, b) => a - b));
  const { sessions, starts } = value as { sessions: readonly Session[]; starts: readonly number[] };
  return String(sessions.map(({ id, start }, i) => `${id}@${start}=${starts[i]}`).sort());
}

/** The entries of a timeline: for each resource and day a chain of six numbers, the last of which leads to the next. */
function textOfLine({
  heads,
  entries,
}: {
  readonly heads: Int32Array;
  readonly entries: Int32Array;
}): string {
  const out: string[] = [];
  heads.forEach((head, slot) => {
    const chain: string[] = [];
    for (let at = head; at !== 0; at = entries[at + 5]!) chain.push(entries.slice(at, at + 5).join(' '));
    if (head !== 0) out.push(`${slot}: ${chain.sort().join(', ')}`);
  });
  return out.join('\n');
}

function textOfSession({ id, start, room, facilitator, meeting, seats, before, heads }: Session): string {
  const who = seats.map(({ req, first, last }) => `${req.index}:${first}-${last}`);
  return [id, start, room?.index, facilitator?.index, meeting, heads, before?.id, who].join(' ');
}
