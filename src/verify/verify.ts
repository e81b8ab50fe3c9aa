/**
 * A slow, plain second opinion: recomputes every constraint of a plan from the workspace and the plan's own
 * texts. It shares no code with the search, so that a mistake there shows here.
 */

import type { Plan } from '../model/made/plan.ts';
import { FORCEABLE, type Model } from '../model/model.ts';
import { complete } from './constraints/complete.ts';
import { document } from './constraints/document.ts';
import { floor } from './constraints/floor.ts';
import { frozen, isHistory } from './constraints/frozen.ts';
import { hostPlaces } from './constraints/host-places.ts';
import { inShift } from './constraints/in-shift.ts';
import { inWindow } from './constraints/in-window.ts';
import { language } from './constraints/language.ts';
import { facilitatorAble } from './constraints/leaders/facilitator-able.ts';
import { facilitatorHours } from './constraints/leaders/facilitator-hours.ts';
import { facilitatorOnce } from './constraints/leaders/facilitator-once.ts';
import { leaderOnce } from './constraints/leaders/leader-once.ts';
import { load } from './constraints/load.ts';
import { maxMoves } from './constraints/max-moves.ts';
import { meetingSlot } from './constraints/meeting-slot.ts';
import { nightRest } from './constraints/night-rest.ts';
import { notClosed } from './constraints/not-closed.ts';
import { overtimeLimit } from './constraints/overtime-limit.ts';
import { personOnce } from './constraints/person-once.ts';
import { forcedBy, pinned } from './constraints/pinned.ts';
import { prerequisite } from './constraints/prerequisite.ts';
import { presence } from './constraints/presence.ts';
import { roomFits } from './constraints/room-fits.ts';
import { roomOnce } from './constraints/room-once.ts';
import { gatherFacts } from './facts.ts';
import type { Check, Violation } from './types.ts';

export type { Violation } from './types.ts';

/** Constraints on where sessions are, by id, in the order of plan.md. */
const PLACING: ReadonlyMap<string, Check> = new Map([
  ['in-window', inWindow],
  ['presence', presence],
  ['in-shift', inShift],
  ['night-rest', nightRest],
  ['not-closed', notClosed],
  ['person-once', personOnce],
  ['facilitator-once', facilitatorOnce],
  ['facilitator-able', facilitatorAble],
  ['language', language],
  ['facilitator-hours', facilitatorHours],
  ['room-once', roomOnce],
  ['room-fits', roomFits],
  ['leader-once', leaderOnce],
  ['floor', floor],
  ['prerequisite', prerequisite],
  ['host-places', hostPlaces],
  ['meeting-slot', meetingSlot],
  ['load', load],
  ['overtime-limit', overtimeLimit],
]);

/** Every check by the id of its constraint. */
export const CHECKS: ReadonlyMap<string, Check> = new Map([
  ...PLACING,
  [
    'frozen',
    frozen([...PLACING.values()], [inWindow, inShift, nightRest, notClosed, meetingSlot, hostPlaces]),
  ],
  ['max-moves', maxMoves],
  ['pinned', pinned],
  ['complete', complete],
  ['document', document],
]);

/**
 * Everything that is wrong with a plan, in the order of the constraints; none for a plan that keeps them all.
 *
 * @param previous the plan that this one replaced: `frozen` and identities are checked against it
 */
export function verifyPlan(model: Model, plan: Plan, previous?: Plan): Violation[] {
  const facts = gatherFacts(model, plan, previous);
  const past = new Set(plan.sessions.filter((session) => isHistory(session, plan.asOf)).map(({ id }) => id));
  const forced = forcedBy(facts);
  return [...CHECKS].flatMap(([id, check]) =>
    check(facts).filter(({ sessions }) => {
      if (FORCEABLE.has(id) && sessions.some((session) => forced.has(session))) return false;
      // What has been held stays as it was, whatever the workspace says now.
      return !PLACING.has(id) || sessions.length === 0 || !sessions.every((session) => past.has(session));
    }),
  );
}
