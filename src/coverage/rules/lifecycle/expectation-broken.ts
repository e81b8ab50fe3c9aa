/** Not of the articles: a promise that this workspace makes to the people of a role, held to the plan. */
import type { Role } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import { type ExpectationKey, type Judgement, judge } from '../../measure/expectations.ts';
import { pathOf } from '../../measure/path.ts';
import { bringIn } from '../../patches/bring-in.ts';
import type { Draft, Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'expectation-broken',
  heading: 'lifecycle',
  severity: 'error',
  sentence: 'The plan does not give a role’s people what the role’s `expect` promises them.',
  why: 'This rule is cxplan’s own. Whoever writes an expectation under a role has promised its people something: a customer heard every so often, no silence longer than that, an amount of time. A plan that quietly breaks the promise is worse than one without it.',
  fix: 'Add or move a session for the role in that stretch of the year, or change the expectation with those who agreed it.',
  articles: [],
  examples: {
    fires: 'roles:\n  bookkeeper: { expect: { longestSilenceDays: 7 } }\n',
    silent: 'roles:\n  bookkeeper: { expect: { longestSilenceDays: 30 } }\n',
  },
  forPeople: 'Which sessions come more often, or which promise gives way, is for those who agreed it.',
  *check(context): Iterable<Draft> {
    for (const role of context.roles) {
      if (Object.keys(role.expect).length === 0) continue;
      for (const [key, { heads, worst }] of broken(context, role)) {
        yield {
          subject: { department: role.department, role: role.id, expectation: key },
          message: `${role.name}: ${key} expects ${worst.asked}; for ${people(context.say, heads)} of them the plan has this: ${worst.planned}.`,
          pointer: ['roles', role.id, 'expect', key],
        };
      }
    }
  },

  *patches(context, { subject }) {
    yield* bringIn(context, { department: subject.department!, role: subject.role! });
  },
};

/** By expectation: how many people it fails, and the one it fails most. */
function broken(
  { asOf, segmentsOfRole, say }: Context,
  role: Role,
): Map<ExpectationKey, { heads: number; worst: Judgement }> {
  const found = new Map<ExpectationKey, { heads: number; worst: Judgement }>();
  const segments = segmentsOfRole(role.id);
  const anyJoins = segments.some(({ joiners }) => joiners);
  for (const { joiners, members, touches, stay, joined, allYear } of segments) {
    const path = pathOf({ starts: stay.from, ends: stay.until }, touches, joined, asOf);
    const { minutesAYear, ...rest } = role.expect;
    for (const one of judge(
      allYear || joiners ? role.expect : rest,
      path,
      { isJoiner: joiners, anyJoins, since: asOf },
      say.date,
    )) {
      if (one.met) continue;
      const before = found.get(one.key);
      const worst = before && before.worst.miss >= one.miss ? before.worst : one;
      found.set(one.key, { heads: (before?.heads ?? 0) + members, worst });
    }
  }
  return found;
}
