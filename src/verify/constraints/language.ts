/** `language`: what a facilitator leads is held in one that they, its module and everybody in it have in common. */
import { leadersOf } from '../leaders.ts';
import type { Check } from '../types.ts';
import { named } from '../words.ts';

const KINDS: ReadonlySet<string> = new Set(['trainer', 'champion', 'external']);

export const language: Check = ({ model, sessions }) =>
  sessions.flatMap((session) => {
    const { module, raw, seated } = session;
    if (!KINDS.has(module.led) || module.format === 'huddle' || module.format === 'self-paced') return [];
    const all: (readonly [string, readonly string[] | undefined])[] = [
      ['its module', module.languages],
      ...leadersOf(raw).map((id): readonly [string, readonly string[] | undefined] => {
        const leader = model.facilitators.get(id);
        return [leader?.name ?? id, leader?.languages];
      }),
    ];
    for (const { group } of seated) {
      const { role, site } = group.post;
      all.push([`group ${group.name}`, model.roles.get(role)?.languages ?? model.sites.get(site)?.languages]);
    }
    const said = all.filter((one): one is [string, readonly string[]] => one[1] !== undefined);
    const [first, ...others] = said;
    if (!first || first[1].some((code) => others.every(([, codes]) => codes.includes(code)))) return [];
    const words = [...new Set(said.map(([who, codes]) => `${who} has ${codes.join(', ')}`))];
    return [
      {
        constraint: 'language',
        message: `${named(session)} is held in no language that all have in common: ${words.join('; ')}`,
        sessions: [session.id],
      },
    ];
  });
