/**
 * The ids of all coverage rules, by heading. They stand here because a workspace names rules (`policy.rules`,
 * `waivers`) and is checked before coverage exists; coverage's own catalogue must hold exactly these.
 */
export const RULE_IDS: readonly string[] = [
  // strategy
  'no-mantra',
  'long-mantra',
  'mantra-not-agreed',
  'no-definition',
  'mantra-untaught',
  'train-before-mantra',
  'one-function-team',
  'slogan-only',
  'no-metric',
  // reach
  'no-training',
  'frontline-only',
  'no-role-module',
  'role-impact-missing',
  'leaders-uncovered',
  'trainers-uncovered',
  'theme-gap',
  'theme-meaning-missing',
  'stage-gap',
  'touchpoint-unowned',
  'touchpoint-gap',
  'shift-uncovered',
  'unscheduled',
  // lifecycle
  'no-interview',
  'no-job-description',
  'no-onboarding',
  'basics-missing',
  'onboarding-only',
  'experience-map-hole',
  'no-way-to-speak-up',
  // content
  'tools-only',
  'tool-unlinked',
  'no-voice',
  'stale-voice',
  'no-outside-in',
  'no-outcome',
  'role-module-unlinked',
  'common-issues',
  'empowerment-untaught',
  'review-overdue',
  // rhythm
  'no-reinforcement',
  'no-follow-through',
  'empty-month',
  'reactive-only',
  'one-customer-day',
  'no-discussion',
  // time
  'unpaid',
  'crammed',
  'at-peak',
  'hours-out-of-range',
  // follow-through
  'shadowing-without-action',
  'action-overdue',
  'no-communication',
  'no-listening',
  'no-readback',
  'no-recognition',
  'expired-waiver',
];

/** The soft terms of the plan's score, which `policy.weights` may weigh. */
export const TERM_IDS: readonly string[] = [
  'moved',
  'spread',
  'early-enough',
  'reinforce',
  'rhythm',
  'seats-min',
  'facilitator-fair',
  'same-facilitator',
  'mixed',
  'preferred-hours',
  'few-rooms',
];
