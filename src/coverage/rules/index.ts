/** The catalogue: every rule there is, by heading and id. A file that is not listed here fails a test. */
import type { Rule } from '../rule.ts';
import { rule as commonIssues } from './content/common-issues.ts';
import { rule as empowermentUntaught } from './content/empowerment-untaught.ts';
import { rule as noOutcome } from './content/no-outcome.ts';
import { rule as noOutsideIn } from './content/no-outside-in.ts';
import { rule as noVoice } from './content/no-voice.ts';
import { rule as reviewOverdue } from './content/review-overdue.ts';
import { rule as roleModuleUnlinked } from './content/role-module-unlinked.ts';
import { rule as staleVoice } from './content/stale-voice.ts';
import { rule as toolUnlinked } from './content/tool-unlinked.ts';
import { rule as toolsOnly } from './content/tools-only.ts';
import { rule as actionOverdue } from './follow-through/action-overdue.ts';
import { rule as actionUnowned } from './follow-through/action-unowned.ts';
import { rule as expired } from './follow-through/expired.ts';
import { rule as expiredSoon } from './follow-through/expired-soon.ts';
import { rule as expiredWaiver } from './follow-through/expired-waiver.ts';
import { rule as noCommunication } from './follow-through/no-communication.ts';
import { rule as noListening } from './follow-through/no-listening.ts';
import { rule as noReadback } from './follow-through/no-readback.ts';
import { rule as noRecognition } from './follow-through/no-recognition.ts';
import { rule as noStoryUsed } from './follow-through/no-story-used.ts';
import { rule as repeatedlyAbsent } from './follow-through/repeatedly-absent.ts';
import { rule as shadowingWithoutAction } from './follow-through/shadowing-without-action.ts';
import { rule as basicsMissing } from './lifecycle/basics-missing.ts';
import { rule as expectationBroken } from './lifecycle/expectation-broken.ts';
import { rule as experienceMapHole } from './lifecycle/experience-map-hole.ts';
import { rule as noInterview } from './lifecycle/no-interview.ts';
import { rule as noJobDescription } from './lifecycle/no-job-description.ts';
import { rule as noOnboarding } from './lifecycle/no-onboarding.ts';
import { rule as noWayToSpeakUp } from './lifecycle/no-way-to-speak-up.ts';
import { rule as onboardingOnly } from './lifecycle/onboarding-only.ts';
import { rule as asksNobody } from './reach/asks-nobody.ts';
import { rule as frontlineOnly } from './reach/frontline-only.ts';
import { rule as leadersUncovered } from './reach/leaders-uncovered.ts';
import { rule as noRoleModule } from './reach/no-role-module.ts';
import { rule as noTraining } from './reach/no-training.ts';
import { rule as roleImpactMissing } from './reach/role-impact-missing.ts';
import { rule as shiftUncovered } from './reach/shift-uncovered.ts';
import { rule as shiftUnled } from './reach/shift-unled.ts';
import { rule as stageGap } from './reach/stage-gap.ts';
import { rule as themeGap } from './reach/theme-gap.ts';
import { rule as themeMeaningMissing } from './reach/theme-meaning-missing.ts';
import { rule as touchpointGap } from './reach/touchpoint-gap.ts';
import { rule as touchpointUnowned } from './reach/touchpoint-unowned.ts';
import { rule as trainersUncovered } from './reach/trainers-uncovered.ts';
import { rule as unscheduled } from './reach/unscheduled.ts';
import { rule as emptyMonth } from './rhythm/empty-month.ts';
import { rule as noDiscussion } from './rhythm/no-discussion.ts';
import { rule as noFollowThrough } from './rhythm/no-follow-through.ts';
import { rule as noReinforcement } from './rhythm/no-reinforcement.ts';
import { rule as oneCustomerDay } from './rhythm/one-customer-day.ts';
import { rule as reactiveOnly } from './rhythm/reactive-only.ts';
import { rule as longMantra } from './strategy/long-mantra.ts';
import { rule as mantraNotAgreed } from './strategy/mantra-not-agreed.ts';
import { rule as mantraUntaught } from './strategy/mantra-untaught.ts';
import { rule as noDefinition } from './strategy/no-definition.ts';
import { rule as noMantra } from './strategy/no-mantra.ts';
import { rule as noMetric } from './strategy/no-metric.ts';
import { rule as oneFunctionTeam } from './strategy/one-function-team.ts';
import { rule as sloganOnly } from './strategy/slogan-only.ts';
import { rule as trainBeforeMantra } from './strategy/train-before-mantra.ts';
import { rule as atPeak } from './time/at-peak.ts';
import { rule as crammed } from './time/crammed.ts';
import { rule as hoursOutOfRange } from './time/hours-out-of-range.ts';
import { rule as outsideShift } from './time/outside-shift.ts';
import { rule as smallSessions } from './time/small-sessions.ts';
import { rule as unpaid } from './time/unpaid.ts';

export const RULES: readonly Rule[] = [
  // strategy
  longMantra,
  mantraNotAgreed,
  mantraUntaught,
  noDefinition,
  noMantra,
  noMetric,
  oneFunctionTeam,
  sloganOnly,
  trainBeforeMantra,
  // reach
  asksNobody,
  frontlineOnly,
  leadersUncovered,
  noRoleModule,
  noTraining,
  roleImpactMissing,
  shiftUncovered,
  shiftUnled,
  stageGap,
  themeGap,
  themeMeaningMissing,
  touchpointGap,
  touchpointUnowned,
  trainersUncovered,
  unscheduled,
  // lifecycle
  basicsMissing,
  expectationBroken,
  experienceMapHole,
  noInterview,
  noJobDescription,
  noOnboarding,
  noWayToSpeakUp,
  onboardingOnly,
  // content
  commonIssues,
  empowermentUntaught,
  noOutcome,
  noOutsideIn,
  noVoice,
  reviewOverdue,
  roleModuleUnlinked,
  staleVoice,
  toolUnlinked,
  toolsOnly,
  // rhythm
  emptyMonth,
  noDiscussion,
  noFollowThrough,
  noReinforcement,
  oneCustomerDay,
  reactiveOnly,
  // time
  atPeak,
  crammed,
  hoursOutOfRange,
  outsideShift,
  smallSessions,
  unpaid,
  // follow-through
  actionOverdue,
  actionUnowned,
  expired,
  expiredSoon,
  expiredWaiver,
  noCommunication,
  noListening,
  noReadback,
  noRecognition,
  noStoryUsed,
  repeatedlyAbsent,
  shadowingWithoutAction,
];
