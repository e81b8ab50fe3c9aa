/** How far people and rooms go, read again from what each site says. */
import { type Id, type Model, ONLINE, type Room } from '../model/model.ts';

/** Minutes one way between two sites. @param usual where neither says */
function minutesBetween({ sites }: Model, from: Id, to: Id, usual: number): number {
  if (from === to || from === ONLINE || to === ONLINE) return 0;
  return sites.get(from)?.travel?.get(to) ?? sites.get(to)?.travel?.get(from) ?? usual;
}

/** Minutes that people take who come to learn. */
export function peopleMinutes(model: Model, from: Id, to: Id): number {
  return minutesBetween(model, from, to, model.policy.peopleTravelMinutes);
}

/** Minutes that somebody takes who leads. */
export function leaderMinutes(model: Model, from: Id, to: Id): number {
  return minutesBetween(model, from, to, model.policy.travelMinutes);
}

/** Minutes that a room takes. */
export function roomMinutes(model: Model, room: Room, from: Id, to: Id): number {
  return from === to ? 0 : (room.travelMinutes ?? leaderMinutes(model, from, to));
}

/** The most that anybody takes from anywhere to anywhere. */
export function longestWay({ sites, policy }: Model): number {
  let most = policy.travelMinutes;
  for (const { travel } of sites.values()) {
    for (const minutes of travel?.values() ?? []) if (minutes > most) most = minutes;
  }
  return most;
}

/** Of the sites that a module asks people to, the nearest; the first of those that are as near. */
export function askedTo(model: Model, at: readonly Id[], from: Id): Id {
  const ways = at.map((site) => peopleMinutes(model, from, site));
  return at[ways.indexOf(Math.min(...ways))]!;
}
