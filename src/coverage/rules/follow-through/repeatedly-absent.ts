/** Of our own: seats that stay empty again and again are no accident. It tells how many of a group, never who. */
import type { PlanGroup } from '../../../model/made/plan.ts';
import type { Id } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import { absentInARow } from '../../measure/absences.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

const ABSENT = ['2027-01-05', '2027-01-19', '2027-02-02']
  .map((day) => `assistant.main.early.1,theme-huddle,${day},absent\n`)
  .join('');

export const rule: Rule = {
  id: 'repeatedly-absent',
  heading: 'follow-through',
  severity: 'warn',
  sentence:
    'Somebody of a group missed their last `sessions` sessions in a row, or more; groups of fewer than five people are not told.',
  why: 'Our own rule: who misses one session is asked for it again, and that mends an illness. Who misses one after the other has a reason that no new date takes away: a shift, a manager who does not let them go, a lesson that is not for them.',
  fix: 'Ask their manager what keeps people of this group away, and change that (hours, cover, the lesson) before the next date.',
  articles: [],
  options: { sessions: 3 },
  examples: {
    fires:
      'programme:\n' +
      '  attendance: attendance.csv\n' +
      'roles:\n' +
      '  assistant: { heads: 16 }\n' +
      '--- attendance.csv\n' +
      `group,module,date,status\n${ABSENT}`,
    silent:
      'programme:\n' +
      '  attendance: attendance.csv\n' +
      'roles:\n' +
      '  assistant: { heads: 16 }\n' +
      '--- attendance.csv\n' +
      `group,module,date,status\n${ABSENT}assistant.main.early.1,theme-huddle,2027-02-16,attended\n`,
    asOf: '2027-02-20',
  },
  forPeople: 'Somebody has to ask what keeps them away: no date by itself brings them back.',
  *check(context, options) {
    const { model, plan, say } = context;
    for (const { group, absent, of } of absentInARow(model, plan, options.sessions!)) {
      yield {
        subject: { department: group.department, group: group.id },
        message: `${nameOf(context, group)}: ${people(say, absent)} of ${say.number(of)} missed the last ${options.sessions} sessions in a row, or more.`,
        pointer: ['programme', 'attendance'],
      };
    }
  },
};

/** `Shop assistants (early shift, group 2)`: with what tells it from the others of its role. */
function nameOf({ model, plan }: Context, { id, role, site, shift }: PlanGroup): string {
  const alike = plan.groups.filter((other) => other.role === role && other.joiners === false);
  const differ = (of: (group: PlanGroup) => Id) => new Set(alike.map(of)).size > 1;
  const parts = [
    ...(differ((other) => other.site) ? [model.sites.get(site)?.name ?? site] : []),
    ...(differ((other) => other.shift) ? [`${shift} shift`] : []),
    ...(alike.some((other) => other.id !== id && other.site === site && other.shift === shift)
      ? [`group ${id.split('.').at(-1)}`]
      : []),
  ];
  const name = model.roles.get(role)?.name ?? role;
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
}
