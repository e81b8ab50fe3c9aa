/**
 * What the plan says of a session that was placed. Sessions share whatever they have in common, texts and lists
 * alike: a firm of a million people has three million of them, and all are in memory at once.
 */
import { type Day, MINUTES_A_DAY, wallText } from '../calendar/date.ts';
import { toUtc, toWall, utcText } from '../calendar/zone.ts';
import type { Demand } from '../demand/types.ts';
import type { SessionFields } from '../model/made/exported.ts';
import type { Attendees } from '../model/made/plan.ts';
import { remembered, shared } from '../model/made/remembered.ts';
import { heldIn, type Id, type Model, type Module, type Post, peopleTravel } from '../model/model.ts';
import { minutesOutside, rosteredTime } from '../model/working-time/time.ts';
import type { PlacedSession } from '../schedule/types.ts';
import { countsAsTouch, ownStages, stagesFor, themesOn } from './resolve.ts';

/** Makes the fields of any number of sessions of one demand. */
export function fieldsOf(model: Model, demand: Demand): (session: PlacedSession) => SessionFields {
  const groups = new Map(demand.groups.map((group) => [group.roll, group]));
  const own = ownStages(model);
  const list = shared((ids: readonly Id[]) => ids.join(' '));
  const seat = shared(({ group, first, last }: Attendees) => `${group} ${first} ${last}`);
  const alone = remembered((only: Attendees): readonly Attendees[] => [only]);
  const text = shared((same: string) => same);
  const wall = remembered(wallText);
  const instant = remembered(utcText);
  const themesOf = remembered((module: Module) =>
    remembered((day: Day) => list(themesOn(model, module.themes, day))),
  );
  const stagesOf = remembered((module: Module) => list(stagesFor(model, own, module, [])));
  const spoken = saysLanguages(model);
  const overtimeOf = overtimeIn(model);

  return (session) => {
    const module = model.modules.get(session.module)!;
    const { start, minutes, zone, attendees } = session;
    const posts = attendees.map(({ group }) => groups.get(group)!.post);
    const utc = toUtc(zone, start).utc;
    const seats = attendees.map(({ group, first, last }) => seat({ group, first, last }));
    const themes = themesOf(module)(Math.floor(start / MINUTES_A_DAY));
    return {
      module: module.id,
      occurrence: text(session.occurrence),
      format: module.format,
      themes,
      stages: module.stages === 'own' ? list(stagesFor(model, own, module, posts)) : stagesOf(module),
      departments: list([...new Set(posts.map(({ department }) => department))].sort()),
      attendees: seats.length === 1 ? alone(seats[0]!) : seats,
      heads: attendees.reduce((sum, { first, last }) => sum + last - first + 1, 0),
      start: wall(start),
      // What the clock shows then, which is not `minutes` later where clocks change in between.
      end: wall(toWall(zone, utc + minutes)),
      timezone: text(zone),
      startUtc: instant(utc),
      endUtc: instant(utc + minutes),
      minutes,
      site: text(session.site),
      room: session.room === undefined ? null : text(session.room),
      facilitator: session.facilitator === undefined ? null : text(session.facilitator),
      ...(module.outsideShift && overtimeOf(posts, session.site, utc, utc + minutes)),
      ...travelOf(model, posts, session.site),
      ...(spoken && languageOf(model, session, posts)),
      // Few are led by several, and those that are not say nothing.
      ...(session.coFacilitators && { coFacilitators: list(session.coFacilitators) }),
      led: module.led,
      counts: countsAsTouch(module, themes),
    };
  };
}

function saysLanguages({ modules, facilitators, roles, sites }: Model): boolean {
  return [modules, facilitators, roles, sites].some((things) =>
    [...things.values()].some(({ languages }) => languages !== undefined),
  );
}

/** Of what a facilitator leads. */
function languageOf(
  model: Model,
  { module, facilitator, coFacilitators = [] }: PlacedSession,
  posts: readonly Post[],
): Pick<SessionFields, 'language'> {
  const ids = facilitator === undefined ? [] : [facilitator, ...coFacilitators];
  const leaders = ids.flatMap((id) => model.facilitators.get(id) ?? []);
  const language = leaders.length > 0 ? heldIn(model, model.modules.get(module), leaders, posts) : undefined;
  return language === undefined ? {} : { language };
}

/** Tells how many minutes between two instants lie outside the shift of whoever has most of them. */
function overtimeIn(
  model: Model,
): (posts: readonly Post[], site: Id, start: number, end: number) => Pick<SessionFields, 'overtime'> {
  const shiftOf = remembered((post: Post) =>
    rosteredTime(model, model.departments.get(post.department)!, post),
  );
  return (posts, site, start, end) => {
    const outside = posts.map((post) => {
      const { zone } = model.sites.get(post.site)!;
      const way = peopleTravel(model, post.site, site);
      const from = toWall(zone, start - way);
      return minutesOutside(shiftOf(post), from, from + end - start + 2 * way);
    });
    const overtime = Math.max(...outside);
    return overtime > 0 ? { overtime } : {};
  };
}

/** Minutes each way of whoever comes from furthest. */
function travelOf(model: Model, posts: readonly Post[], site: Id): Pick<SessionFields, 'travel'> {
  let travel = 0;
  for (const post of posts)
    if (post.site !== site) travel = Math.max(travel, peopleTravel(model, post.site, site));
  return travel > 0 ? { travel } : {};
}
