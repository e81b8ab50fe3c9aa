/**
 * The score: 100 × (0.40·T + 0.25·S + 0.20·M + 0.15·R) over the dimensions that have cells (gaps.md), for
 * every department, role and site, and for the organisation as their mean.
 */
import type { Cell, Dimension, Scored } from '../model/gaps.ts';
import type { Id, Model, PostId } from '../model/model.ts';
import { cellsOf, DIMENSIONS, mergeCells } from './cells.ts';
import type { Tally } from './tally.ts';

export const WEIGHTS: Readonly<Record<Dimension, number>> = { T: 0.4, S: 0.25, M: 0.2, R: 0.15 };

export interface Scores {
  readonly organisation: Scored;
  readonly departments: readonly Scored[];
  readonly roles: readonly Scored[];
  readonly sites: readonly Scored[];
}

/** Each dimension is the mean of its cells' credits, weighted by who needs them; null without cells. */
export function dimensionsOf(cells: readonly Cell[]): Record<Dimension, number | null> {
  const mean = (dimension: Dimension): number | null => {
    const own = cells.filter((cell) => cell.dimension === dimension);
    return weighted(own.map(({ credit, need }) => [credit, need]));
  };
  return { T: mean('T'), S: mean('S'), M: mean('M'), R: mean('R') };
}

/** 0–100, not rounded; the weights of dimensions without cells go to the others. */
export function scoreOf(dimensions: Readonly<Record<Dimension, number | null>>): number | null {
  const mean = weighted(
    DIMENSIONS.flatMap((d) => (dimensions[d] === null ? [] : [[dimensions[d], WEIGHTS[d]]])),
  );
  return mean === null ? null : 100 * mean;
}

/** Scores of everything the workspace has; posts that nobody holds are nobody's. */
export function scoreAll(model: Model, tallies: ReadonlyMap<PostId, Tally>): Scores {
  const { departments, roles, sites } = model;
  const by = (pick: (tally: Tally) => Id): Map<Id, Tally[]> => grouped([...tallies.values()], pick);
  const ofDepartment = by(({ post }) => post.department);
  const ofRole = by(({ post }) => post.role);
  const ofSite = by(({ post }) => post.site);
  const scoredDepartments = [...departments.values()].map(({ id, name }) =>
    scored(id, name, ofDepartment.get(id) ?? []),
  );
  return {
    organisation: organisation(model, scoredDepartments),
    departments: scoredDepartments,
    roles: [...roles.values()].map(({ id, name }) => scored(id, name, ofRole.get(id) ?? [])),
    sites: [...sites.values()].map(({ id, name }) => scoredSite(id, name, ofSite.get(id) ?? [])),
  };
}

function scored(id: Id, name: string, tallies: readonly Tally[], cells = cellsOf(tallies)): Scored {
  const people = sum(tallies, ({ post }) => post.heads);
  const dimensions = dimensionsOf(cells);
  return {
    id,
    name,
    people,
    score: scoreOf(dimensions),
    dimensions,
    cells,
    minutesPerPerson: people > 0 ? sum(tallies, ({ minutes }) => minutes) / people : 0,
  };
}

/** A site is the mean of its departments' cells there. */
function scoredSite(id: Id, name: string, tallies: readonly Tally[]): Scored {
  const departments = grouped(tallies, ({ post }) => post.department);
  return scored(id, name, tallies, mergeCells([...departments.values()].flatMap(cellsOf)));
}

/** The mean of the departments, weighted by people. */
function organisation({ programme }: Model, departments: readonly Scored[]): Scored {
  const mean = (value: (department: Scored) => number | null): number | null =>
    weighted(departments.flatMap((d) => (value(d) === null ? [] : [[value(d)!, d.people]])));
  return {
    id: 'organisation',
    name: programme.name,
    people: sum(departments, ({ people }) => people),
    score: mean(({ score }) => score),
    dimensions: {
      T: mean(({ dimensions }) => dimensions.T),
      S: mean(({ dimensions }) => dimensions.S),
      M: mean(({ dimensions }) => dimensions.M),
      R: mean(({ dimensions }) => dimensions.R),
    },
    cells: mergeCells(departments.flatMap(({ cells }) => cells)),
    minutesPerPerson: mean(({ minutesPerPerson }) => minutesPerPerson) ?? 0,
  };
}

function weighted(pairs: readonly (readonly number[])[]): number | null {
  const weight = sum(pairs, ([, w]) => w!);
  return weight > 0 ? sum(pairs, ([value, w]) => value! * w!) / weight : null;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => Id): Map<Id, Item[]> {
  const groups = new Map<Id, Item[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
