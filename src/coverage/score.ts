/**
 * The score: 100 × (0.40·T + 0.25·S + 0.20·M + 0.15·R) over the dimensions that have cells (gaps.md), for
 * every department, role and site, and for the organisation as their mean.
 */
import type { Cell, DeliveredCoverage, Dimension, ScoredPart, Seats } from '../model/made/gaps.ts';
import type { Id, Model, PostId } from '../model/model.ts';
import { index } from './context.ts';
import { cellsOf, DIMENSIONS, mergeCells } from './measure/cells.ts';
import type { Came } from './measure/delivered.ts';
import { SUPPRESSED_BELOW } from './measure/deliveries.ts';
import { type AllSeats, honestScore } from './measure/seats.ts';
import type { Tally } from './measure/tally.ts';

export const WEIGHTS: Readonly<Record<Dimension, number>> = { T: 0.4, S: 0.25, M: 0.2, R: 0.15 };

export interface Scores {
  readonly organisation: ScoredPart;
  readonly departments: readonly ScoredPart[];
  readonly roles: readonly ScoredPart[];
  readonly sites: readonly ScoredPart[];
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

/** What is counted: the plan and, with an attendance file, what was delivered of it. */
export interface Levels {
  readonly planned: ReadonlyMap<PostId, Tally>;
  readonly came: Came | undefined;
  readonly seats: AllSeats;
}

/** Scores of everything the workspace has; what nobody works in has no score. */
export function scoreAll(model: Model, levels: Levels): Scores {
  const rank = rankOf(model);
  const by = (
    pick: (tally: Tally) => Id,
    seats: (id: Id) => Seats,
  ): ((named: ScoredThing, sum?: Sum) => ScoredPart) => {
    const planned = index([...levels.planned.values()], pick);
    const delivered = levels.came && index([...levels.came.delivered.values()], pick);
    const confirmed = levels.came?.confirmed && index([...levels.came.confirmed.values()], pick);
    return (named, sum = cellsOf) =>
      scored(named, rank, planned.get(named.id) ?? [], seats(named.id), sum, {
        delivered: delivered?.get(named.id),
        confirmed: confirmed?.get(named.id),
      });
  };
  const ofDepartment = by(({ post }) => post.department, levels.seats.departments);
  const ofRole = by(({ post }) => post.role, levels.seats.roles);
  const ofSite = by(({ post }) => post.site, levels.seats.sites);
  const departments = [...model.departments.values()].map((one) => ofDepartment(one));
  return {
    organisation: organisation(model, rank, departments, levels.seats.organisation),
    departments,
    roles: [...model.roles.values()].map((one) => ofRole(one)),
    sites: [...model.sites.values()].map((one) => ofSite(one, departmentCells)),
  };
}

interface ScoredThing {
  readonly id: Id;
  readonly name: string;
}

type Sum = (tallies: readonly Tally[]) => Cell[];

/** A site is the mean of its departments' cells there. */
function departmentCells(tallies: readonly Tally[]): Cell[] {
  return mergeCells([...index(tallies, ({ post }) => post.department).values()].flatMap(cellsOf));
}

function scored(
  { id, name }: ScoredThing,
  rank: ReadonlyMap<string, number>,
  tallies: readonly Tally[],
  seats: Seats,
  sum: Sum,
  { delivered, confirmed }: Readonly<Record<'delivered' | 'confirmed', readonly Tally[] | undefined>>,
): ScoredPart {
  const people = total(tallies, ({ post }) => post.heads);
  const years = total(tallies, ({ fullYears }) => fullYears);
  const cells = inOrder(sum(tallies), rank);
  const dimensions = dimensionsOf(cells);
  return {
    id,
    name,
    people,
    score: honestScore(rounded(scoreOf(dimensions)), seats),
    seats,
    dimensions: roundedAll(dimensions),
    cells: cells.map(roundedCell),
    minutesPerPerson: years > 0 ? rounded(total(tallies, ({ minutes }) => minutes) / years) : 0,
    ...(delivered ? { delivered: deliveredOf(inOrder(sum(delivered), rank), people) } : {}),
    ...(confirmed ? { confirmed: deliveredOf(inOrder(sum(confirmed), rank), people) } : {}),
  };
}

/** Small cells are left out altogether, so that nobody can be worked out from the rest. */
function deliveredOf(all: readonly Cell[], people: number): DeliveredCoverage {
  // Rhythm is counted in weeks; the people behind it are all there are.
  const heads = ({ dimension, need }: Cell): number => (dimension === 'R' ? people : need);
  const cells = all.filter((cell) => heads(cell) >= SUPPRESSED_BELOW);
  const dimensions = dimensionsOf(cells);
  return {
    score: rounded(scoreOf(dimensions)),
    dimensions: roundedAll(dimensions),
    cells: cells.map(roundedCell),
    suppressed: all.length - cells.length,
  };
}

/** The mean of the departments, weighted by people. */
function organisation(
  { programme }: Model,
  rank: ReadonlyMap<string, number>,
  departments: readonly ScoredPart[],
  seats: Seats,
): ScoredPart {
  const { score, dimensions } = meanOf(departments);
  return {
    id: 'organisation',
    name: programme.name,
    people: total(departments, ({ people }) => people),
    score: honestScore(score, seats),
    seats,
    dimensions,
    cells: merged(departments, rank),
    minutesPerPerson: rounded(weighted(departments.map((d) => [d.minutesPerPerson, d.people]))) ?? 0,
    ...levelOf('delivered', departments, rank),
    ...levelOf('confirmed', departments, rank),
  };
}

/** The mean of the departments on one level; nothing where none has it. */
function levelOf(
  level: 'delivered' | 'confirmed',
  departments: readonly ScoredPart[],
  rank: ReadonlyMap<string, number>,
): Pick<ScoredPart, 'delivered' | 'confirmed'> {
  const parts = departments.flatMap((one) => (one[level] ? [{ ...one[level], people: one.people }] : []));
  if (parts.length === 0) return {};
  const suppressed = total(parts, (part) => part.suppressed);
  return { [level]: { ...meanOf(parts), cells: merged(parts, rank), suppressed } };
}

type Part = Pick<ScoredPart, 'score' | 'dimensions' | 'cells' | 'people'>;

function meanOf(parts: readonly Part[]): Pick<ScoredPart, 'score' | 'dimensions'> {
  const mean = (value: (part: Part) => number | null): number | null =>
    rounded(weighted(parts.flatMap((part) => (value(part) === null ? [] : [[value(part)!, part.people]]))));
  return {
    score: mean(({ score }) => score),
    dimensions: {
      T: mean(({ dimensions }) => dimensions.T),
      S: mean(({ dimensions }) => dimensions.S),
      M: mean(({ dimensions }) => dimensions.M),
      R: mean(({ dimensions }) => dimensions.R),
    },
  };
}

function merged(parts: readonly Part[], rank: ReadonlyMap<string, number>): Cell[] {
  return inOrder(mergeCells(parts.flatMap(({ cells }) => cells)), rank).map(roundedCell);
}

/** The order in which cells are listed: themes, stages of the journey, moments, each as the model has them. */
function rankOf({ themes, stages, moments }: Model): Map<string, number> {
  const keys = [
    ...[...themes.keys()].map((id) => `T ${id}`),
    ...[...stages.keys()].map((id) => `S ${id}`),
    ...[...moments.keys()].map((id) => `M ${id}`),
    'R rhythm',
  ];
  return new Map(keys.map((key, i) => [key, i]));
}

function inOrder(cells: readonly Cell[], rank: ReadonlyMap<string, number>): Cell[] {
  const at = ({ dimension, id }: Cell): number => rank.get(`${dimension} ${id}`) ?? rank.size;
  return [...cells].sort((a, b) => at(a) - at(b));
}

function weighted(pairs: readonly (readonly number[])[]): number | null {
  const weight = total(pairs, ([, w]) => w!);
  return weight > 0 ? total(pairs, ([value, w]) => value! * w!) / weight : null;
}

function total<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** Six decimals: enough to add up again, and the same text on every machine. */
function rounded<Value extends number | null>(value: Value): Value {
  return (value === null ? null : Math.round(value * 1e6) / 1e6) as Value;
}

function roundedAll(
  dimensions: Readonly<Record<Dimension, number | null>>,
): Record<Dimension, number | null> {
  const { T, S, M, R } = dimensions;
  return { T: rounded(T), S: rounded(S), M: rounded(M), R: rounded(R) };
}

function roundedCell(cell: Cell): Cell {
  return { ...cell, reach: rounded(cell.reach), credit: rounded(cell.credit) };
}
