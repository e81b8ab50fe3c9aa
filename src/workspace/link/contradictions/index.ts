/**
 * Everything a planner could contradict, one small function each. A check runs only where the sections that it
 * needs are whole: what a typo has taken away proves nothing.
 */
import type { Report } from '../problem.ts';
import type { SoundSections } from '../references/sound.ts';
import { ATTENDANCE_CHECKS } from './attendance.ts';
import { AUDIENCE_CHECKS } from './audiences.ts';
import { CERTIFICATE_CHECKS } from './certificates.ts';
import { DEPARTMENT_CHECKS } from './departments.ts';
import { FACILITATOR_CHECKS } from './facilitators.ts';
import { FIXED_START_CHECKS } from './fixed-starts.ts';
import { FORMER_CHECKS } from './former.ts';
import { HOST_CHECKS } from './hosts.ts';
import { JOURNEY_CHECKS } from './journey.ts';
import { LANGUAGE_CHECKS } from './languages.ts';
import { MEETING_CHECKS } from './meetings.ts';
import { PEOPLE_CHECKS } from './people.ts';
import { PIN_CHECKS } from './pins.ts';
import { POLICY_CHECKS } from './policy.ts';
import { PREREQUISITE_CHECKS } from './prerequisites.ts';
import { PROGRAMME_CHECKS } from './programme.ts';
import { RANGE_CHECKS } from './ranges.ts';
import { ROOM_CHECKS } from './rooms.ts';
import { SEASON_CHECKS } from './seasons.ts';
import { TRAVEL_CHECKS } from './travel.ts';
import type { Check, Ground } from './types.ts';
import { WINDOW_CHECKS } from './windows.ts';

const CHECKS: readonly Check[] = [
  ...PROGRAMME_CHECKS,
  ...FORMER_CHECKS,
  ...RANGE_CHECKS,
  ...SEASON_CHECKS,
  ...DEPARTMENT_CHECKS,
  ...MEETING_CHECKS,
  ...FIXED_START_CHECKS,
  ...JOURNEY_CHECKS,
  ...WINDOW_CHECKS,
  ...AUDIENCE_CHECKS,
  ...ATTENDANCE_CHECKS,
  ...HOST_CHECKS,
  ...CERTIFICATE_CHECKS,
  ...FACILITATOR_CHECKS,
  ...LANGUAGE_CHECKS,
  ...ROOM_CHECKS,
  ...TRAVEL_CHECKS,
  ...PREREQUISITE_CHECKS,
  ...PEOPLE_CHECKS,
  ...POLICY_CHECKS,
  ...PIN_CHECKS,
];

export function findContradictions(ground: Ground, damaged: SoundSections['damaged']): void {
  const unreliable = new Set(damaged);
  for (const { needs, spoils, check } of CHECKS) {
    if (needs.some((section) => unreliable.has(section))) continue;
    let found = 0;
    const report: Report = (problem) => {
      found++;
      ground.report(problem);
    };
    check({ ...ground, report });
    if (found > 0) for (const section of spoils ?? []) unreliable.add(section);
  }
}
