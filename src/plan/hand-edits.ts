/** What somebody changed in `plan.json` by hand: planning would take it for granted and may move it again. */
import { ZONE_RELEASE } from '../calendar/zone.ts';
import { isBasedOn } from '../model/made/basis.ts';
import { isHeld, namesIn } from '../model/made/history.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import { fingerprint } from '../wording/fingerprint.ts';
import { tellerOf } from '../wording/told.ts';
import { reckoned } from './clocks.ts';

/** Sessions to come that do not show what their hash was made of, in the plan's own words; on the clocks of now. */
export function handEdits(plan: Plan): readonly PlanSession[] {
  const { made, asOf, sessions } = plan;
  if (made.basis === undefined || made.zones !== ZONE_RELEASE || isBasedOn(made.basis, sessions)) return [];
  const names = namesIn(plan);
  if (!names) return [];
  const teller = tellerOf(names.model);
  return reckoned(plan, asOf).plan.sessions.filter(
    (session) =>
      session.status === 'confirmed' &&
      !isHeld(session, asOf) &&
      fingerprint(teller, session) !== session.hash,
  );
}
