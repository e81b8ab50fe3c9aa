/** Circles in `after` and among audiences: found without recursion, so that 3,000 links are no problem. */
import { isMap } from '../../../collections/is-map.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import type { MergedSections } from '../../merge.ts';
import type { Problem } from '../problem.ts';
import { walk } from './walk.ts';

/** From an entry to the entries it needs first, each with the place where it says so. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, Pointer>>;

/** How many members of a circle are named in the sentence; all of them are listed below it. */
const NAMED = 8;

export function cycleProblems(merged: MergedSections): Problem[] {
  const modules = cycles(prerequisites(merged)).map((cycle) =>
    problem(cycle, 'cycle-in-after', 'can never be held: each waits for the next', 'comes after'),
  );
  const audiences = cycles(audienceUse(merged)).map((cycle) =>
    problem(cycle, 'cycle-in-audiences', 'mean nobody: each is made of the next', 'is made of'),
  );
  return [...modules, ...audiences];
}

function prerequisites(merged: MergedSections): Graph {
  const graph = new Map<string, Map<string, Pointer>>();
  for (const [id, module] of merged.entries.modules) {
    const needs = new Map<string, Pointer>();
    for (const path of ['after[]', 'after[].module']) {
      walk(module, path, ['modules', id], (word, at) => {
        if (merged.entries.modules.has(word) && !needs.has(word)) needs.set(word, at);
      });
    }
    graph.set(id, needs);
  }
  return graph;
}

function audienceUse(merged: MergedSections): Graph {
  const graph = new Map<string, Map<string, Pointer>>();
  for (const [id, audience] of merged.entries.audiences) {
    const needs = new Map<string, Pointer>();
    let value = audience;
    let at: Pointer = ['audiences', id];
    while (isMap(value)) {
      value = value.except;
      at = [...at, 'except'];
    }
    if (typeof value === 'string' && merged.entries.audiences.has(value)) needs.set(value, at);
    graph.set(id, needs);
  }
  return graph;
}

type Cycle = readonly { readonly id: string; readonly next: string; readonly at: Pointer }[];

/** One circle for each knot of the graph (strongly connected component): a shortest one through its first member. */
function cycles(graph: Graph): Cycle[] {
  return knots(graph)
    .filter((knot) => knot.size > 1 || graph.get([...knot][0]!)!.has([...knot][0]!))
    .map((knot) => shortestCycle(graph, knot));
}

/** Breadth first from the first member by id, back to itself. */
function shortestCycle(graph: Graph, knot: ReadonlySet<string>): Cycle {
  const start = [...knot].sort()[0]!;
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let i = 0; !cameFrom.has(start); i++) {
    const id = queue[i]!;
    for (const next of graph.get(id)!.keys()) {
      if (!knot.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  const cycle: { id: string; next: string; at: Pointer }[] = [];
  let next = start;
  do {
    const id = cameFrom.get(next)!;
    cycle.push({ id, next, at: graph.get(id)!.get(next)! });
    next = id;
  } while (next !== start);
  return cycle.reverse();
}

/** Tarjan's strongly connected components, with a stack of our own. */
function knots(graph: Graph): Set<string>[] {
  const found: Set<string>[] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const root of graph.keys()) {
    if (index.has(root)) continue;
    const path: { id: string; todo: Iterator<string> }[] = [];
    const enter = (id: string): void => {
      index.set(id, index.size);
      low.set(id, index.get(id)!);
      open.push(id);
      isOpen.add(id);
      path.push({ id, todo: graph.get(id)!.keys() });
    };
    enter(root);
    while (path.length > 0) {
      const { id, todo } = path.at(-1)!;
      const step = todo.next();
      if (!step.done) {
        if (!index.has(step.value)) enter(step.value);
        else if (isOpen.has(step.value)) low.set(id, Math.min(low.get(id)!, index.get(step.value)!));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low.set(above.id, Math.min(low.get(above.id)!, low.get(id)!));
      if (low.get(id) !== index.get(id)) continue;
      const knot = new Set<string>();
      let member: string;
      do {
        member = open.pop()!;
        isOpen.delete(member);
        knot.add(member);
      } while (member !== id);
      found.push(knot);
    }
  }
  return found;
}

function problem(cycle: Cycle, code: string, why: string, link: string): Problem {
  const [first] = cycle;
  const names = cycle.map(({ id }) => `"${id}"`);
  const shown =
    names.length <= NAMED
      ? names
      : [...names.slice(0, NAMED - 2), `… ${names.length - NAMED + 1} more …`, names.at(-1)!];
  return {
    code,
    at: first!.at,
    message:
      cycle.length === 1
        ? `"${first!.id}" ${link} itself`
        : `${[...shown, names[0]].join(' → ')} ${why} (${cycle.length} in a circle)`,
    fix: 'take out one of these links',
    related: cycle.map(({ id, next, at }) => ({ message: `"${id}" ${link} "${next}"`, at })),
  };
}
