/**
 * Every reference in the language, one line each. Path steps: a key · `*` every value of a map · `{}` every
 * key of a map · `[]` a value or each of a list.
 */
import type { Section } from '../../merge.ts';
import type { ListSection } from '../../subject.ts';

/** What a reference may point to. */
export type Kind =
  | 'site'
  | 'place'
  | 'room'
  | 'region'
  | 'department'
  | 'role'
  | 'owner'
  | 'shift'
  | 'own-shift'
  | 'workplace'
  | 'team'
  | 'audience'
  | 'stage'
  | 'touchpoint'
  | 'moment'
  | 'theme'
  | 'metric'
  | 'voice'
  | 'module'
  | 'taught'
  | 'facilitator'
  | 'ritual'
  | 'date'
  | 'zone'
  | 'language'
  | 'rule'
  | 'term';

export interface Reference {
  readonly path: string;
  readonly kind: Kind;
  /** Words with a meaning of their own when they stand alone. */
  readonly words?: readonly string[];
  /** The entry means nothing without it. */
  readonly required?: true;
}

export const REFERENCES: Readonly<
  Record<Section | ListSection | 'programme' | 'policy' | 'costs', readonly Reference[]>
> = {
  programme: [
    { path: 'timezone', kind: 'zone', required: true },
    { path: 'journey[]', kind: 'stage' },
    { path: 'rotation[]', kind: 'theme' },
    { path: 'agreedBy[]', kind: 'department' },
    { path: 'team[]', kind: 'department' },
  ],
  sites: [
    { path: 'timezone', kind: 'zone' },
    { path: 'languages[]', kind: 'language' },
    { path: 'travel{}', kind: 'site' },
  ],
  rooms: [
    { path: 'site', kind: 'place', required: true },
    { path: 'sites[]', kind: 'site', required: true },
  ],
  departments: [
    { path: 'site', kind: 'site' },
    { path: 'busy[].roles[]', kind: 'role' },
    { path: 'busy[].shifts[]', kind: 'own-shift' },
    { path: 'busy[].sites[]', kind: 'site' },
    { path: 'busy[].except.modules[]', kind: 'module' },
    { path: 'busy[].except.moments[]', kind: 'moment' },
    { path: 'meetings.*.shifts[]', kind: 'own-shift' },
    { path: 'meetings.*.sites[]', kind: 'site' },
    { path: 'teams.*.site', kind: 'site' },
    { path: 'teams.*.meetings.*.shifts[]', kind: 'own-shift' },
    { path: 'teams.*.meetings.*.sites[]', kind: 'site' },
  ],
  roles: [
    { path: 'department', kind: 'department', required: true },
    { path: 'heads{}', kind: 'workplace' },
    { path: 'heads[].heads{}', kind: 'workplace' },
    { path: 'languages[]', kind: 'language' },
    { path: 'shifts[]', kind: 'own-shift' },
    { path: 'shifts{}', kind: 'own-shift' },
    { path: 'shifts.*{}', kind: 'site' },
  ],
  audiences: [{ path: '', kind: 'audience', required: true }],
  stages: [{ path: 'touchpoints.*.owner[]', kind: 'owner' }],
  moments: [{ path: 'audience', kind: 'audience', required: true }],
  themes: [
    { path: 'audience', kind: 'audience', required: true },
    { path: 'meaning{}', kind: 'owner' },
  ],
  metrics: [
    { path: 'owner', kind: 'owner' },
    { path: 'stages[]', kind: 'stage' },
  ],
  voices: [
    { path: 'stages[]', kind: 'stage' },
    { path: 'themes[]', kind: 'theme' },
  ],
  modules: [
    { path: 'audience', kind: 'audience', required: true },
    { path: 'sites[]', kind: 'place' },
    { path: 'at[]', kind: 'site', required: true },
    { path: 'room[]', kind: 'room', words: ['online'], required: true },
    { path: 'facilitators[]', kind: 'facilitator', required: true },
    { path: 'languages[]', kind: 'language', required: true },
    { path: 'when.moment', kind: 'moment', required: true },
    { path: 'when.date', kind: 'date', required: true },
    { path: 'themes[]', kind: 'theme', words: ['month'] },
    { path: 'stages[]', kind: 'stage', words: ['own', 'all'] },
    { path: 'touchpoints[]', kind: 'touchpoint' },
    { path: 'moments[]', kind: 'moment' },
    { path: 'voices[]', kind: 'voice' },
    { path: 'metrics[]', kind: 'metric' },
    { path: 'after[]', kind: 'module' },
    { path: 'after[].module', kind: 'module' },
    { path: 'host.department', kind: 'department', required: true },
    { path: 'host.site', kind: 'site' },
  ],
  facilitators: [
    { path: 'teaches[]', kind: 'taught' },
    { path: 'languages[]', kind: 'language' },
    { path: 'role', kind: 'role' },
    { path: 'sites[]', kind: 'place' },
  ],
  rituals: [
    { path: 'audience', kind: 'audience', required: true },
    { path: 'themes[]', kind: 'theme', words: ['month'] },
    { path: 'when.moment', kind: 'moment', required: true },
    { path: 'when.date', kind: 'date', required: true },
  ],
  policy: [
    { path: 'minCoverage.departments{}', kind: 'department' },
    { path: 'weights{}', kind: 'term' },
    { path: 'rules{}', kind: 'rule' },
  ],
  costs: [
    { path: 'facilitators{}', kind: 'facilitator' },
    { path: 'rooms{}', kind: 'room' },
  ],
  waivers: [
    { path: 'rule', kind: 'rule', required: true },
    { path: 'department', kind: 'department' },
    { path: 'role', kind: 'role' },
    { path: 'site', kind: 'place' },
    { path: 'shift', kind: 'shift' },
    { path: 'theme', kind: 'theme' },
    { path: 'stage', kind: 'stage' },
    { path: 'touchpoint', kind: 'touchpoint' },
    { path: 'moment', kind: 'moment' },
    { path: 'module', kind: 'module' },
    { path: 'voice', kind: 'voice' },
    { path: 'ritual', kind: 'ritual' },
    { path: 'facilitator', kind: 'facilitator' },
    { path: 'metric', kind: 'metric' },
  ],
  pins: [
    { path: 'module', kind: 'module', required: true },
    { path: 'facilitator', kind: 'facilitator' },
    { path: 'room', kind: 'room' },
  ],
  notes: [],
};

/** The references inside an audience that is written out in parts. */
export const AUDIENCE_PARTS: readonly Reference[] = [
  { path: 'departments[]', kind: 'department' },
  { path: 'roles[]', kind: 'role' },
  { path: 'teams[]', kind: 'team' },
  { path: 'sites[]', kind: 'site' },
  { path: 'regions[]', kind: 'region' },
  { path: 'shifts[]', kind: 'shift' },
  { path: 'except', kind: 'audience' },
];
