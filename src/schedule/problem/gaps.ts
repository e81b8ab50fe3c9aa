/** Least minutes between two sessions of whoever, or whatever, goes from one place to another. */
import { type Id, type Model, peopleTravel, type Room, roomTravel } from '../../model/model.ts';

/** Places are numbers of sites; a negative one is online, and as near as can be. */
export class Gaps {
  /** The most between any two. */
  readonly most: number;
  private readonly atOnce: number;
  private readonly usual: number;
  /** By place, ways that are not the usual ones; undefined where all are. */
  private readonly rows: readonly (ReadonlyMap<number, number> | undefined)[] | undefined;

  /**
   * @param atOnce between two at one place @param usual minutes of a way where nothing else is known
   * @param rows ways that are known, both ways
   */
  constructor(atOnce: number, usual: number, rows?: readonly (ReadonlyMap<number, number> | undefined)[]) {
    this.atOnce = atOnce;
    this.usual = Math.max(atOnce, usual);
    this.rows = rows;
    this.most = (rows ?? []).reduce((most, row) => Math.max(most, ...(row?.values() ?? [])), this.usual);
  }

  between(a: number, b: number): number {
    if (a === b || a < 0 || b < 0) return this.atOnce;
    const way = this.rows?.[a]?.get(b);
    return way === undefined ? this.usual : Math.max(this.atOnce, way);
  }
}

/** Of those who lead, and of people. */
export interface GapsOf {
  readonly leaders: Gaps;
  readonly people: Gaps;
}

/** @param places number of each site */
export function gapsOf({ sites, policy }: Model, places: ReadonlyMap<Id, number>): GapsOf {
  const rows = [...sites.values()].map(
    ({ travel }) => travel && new Map([...travel].map(([id, minutes]) => [places.get(id)!, minutes])),
  );
  const known = rows.some(Boolean) ? rows : undefined;
  const { changeoverMinutes, travelMinutes, peopleTravelMinutes } = policy;
  return {
    leaders: new Gaps(changeoverMinutes, travelMinutes, known),
    people: new Gaps(changeoverMinutes, peopleTravelMinutes, known),
  };
}

/** For a room that moves; undefined for one that stays where it is. */
export function roomGaps(model: Model, room: Room, places: ReadonlyMap<Id, number>): Gaps | undefined {
  const { sites } = room;
  if (sites.length < 2) return undefined;
  const rows: Map<number, number>[] = [];
  for (const a of sites) {
    rows[places.get(a)!] = new Map(sites.map((b) => [places.get(b)!, roomTravel(model, room, a, b)]));
  }
  return new Gaps(0, 0, rows);
}

/** Where people go for a session that is not held at their site. */
export interface Trip {
  /** Which has to be open; undefined for guests, whose host decides. */
  readonly site: Id | undefined;
  /** Minutes each way. */
  readonly minutes: number;
}

/** Undefined where they stay. @param from their site @param pool what they go to */
export function tripTo(
  model: Model,
  from: Id,
  { site, host }: { readonly site: Id; readonly host: number },
): Trip | undefined {
  if (from === site || !model.sites.has(site)) return undefined;
  const minutes = peopleTravel(model, from, site);
  if (host < 0) return { site, minutes };
  return minutes > 0 ? { site: undefined, minutes } : undefined;
}
