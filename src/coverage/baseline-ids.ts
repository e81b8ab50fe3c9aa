/** A baseline in the ids of now: a gap that was known of `ward` is known of `wards`, where that says `was: ward`. */

import type { KnownGap } from '../model/made/baseline.gen.ts';
import { type Id, isAnyRenamed, type Model, renamerOf, type Subject } from '../model/model.ts';
import { keyOf } from './subject.ts';

/** The same gaps, themselves, where nothing has another id than it had. */
export function inIdsOfNow(
  gaps: readonly KnownGap[],
  { former, roles }: Pick<Model, 'former' | 'roles'>,
): readonly KnownGap[] {
  if (!isAnyRenamed(former)) return gaps;
  const { group, shift } = renamerOf(former, (role) => roles.get(role)?.department);
  const now = (key: string): string => {
    const [rule = '', text] = key.split(':') as [string, string?];
    if (text === undefined) return key;
    const was: Subject = Object.fromEntries(text.split(',').map((part) => part.split('=')));
    const department = was.department && by(former.departments, was.department);
    return keyOf(rule, {
      ...was,
      ...(department && { department }),
      ...(was.role && { role: by(former.roles, was.role) }),
      ...(was.site && { site: by(former.sites, was.site) }),
      ...(was.shift && { shift: shift(department, was.shift) }),
      ...(was.group && { group: group(was.group) }),
      ...(was.module && { module: by(former.modules, was.module) }),
      ...(was.facilitator && { facilitator: by(former.facilitators, was.facilitator) }),
    });
  };
  return gaps.map((gap) => ({ ...gap, key: now(gap.key) }));
}

function by(ids: ReadonlyMap<Id, Id>, id: Id): Id {
  return ids.get(id) ?? id;
}
