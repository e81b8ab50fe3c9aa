/** Everything that a group meets in its year, and what found no place, with the reasons. */

import type { Say } from '../../calendar/say.ts';
import { occurrenceName } from '../../demand/occurrences.ts';
import type { PlanUnscheduled } from '../../model/made/plan.ts';
import type { Id } from '../../model/model.ts';
import { dateShort, startWords } from '../../report/words.ts';
import { CONSTRAINTS } from '../../schedule/constraints/index.ts';
import { counted } from '../../wording/words.ts';
import { type Answer, type AnswerSource, lineOf, part } from './answer.ts';

export function aboutGroup(id: Id, { model, plan, locate, say }: AnswerSource): Answer {
  const group = plan.groups.find((candidate) => candidate.id === id)!;
  const held = plan.sessions.filter(({ status }) => status === 'confirmed');
  const sessions = held.filter(({ attendees }) => attendees.some((attendee) => attendee.group === id));
  const missing = plan.unscheduled.filter((entry) => entry.group === id);
  const role = model.roles.get(group.role)?.name ?? group.role;
  const title = `${role}, ${group.site}, shift ${group.shift}: ${counted(say, group.heads, 'person', 'people')}`;
  const lines = sessions.map(({ start, module, attendees, minutes }) => {
    const mine = attendees.find((attendee) => attendee.group === id)!;
    const members = mine.last - mine.first + 1 === group.heads ? '' : ` (members ${mine.first}–${mine.last})`;
    return `${startWords(say, start)}  ${model.modules.get(module)?.name ?? module}, ${minutes} min${members}`;
  });
  return {
    lines: [
      group.joiners ? `${title} joining in ${group.joiners}` : title,
      ...part('Why it exists', [
        `because ${lineOf(['roles', group.role, 'heads'], locate)}`,
        `because ${lineOf(['departments', group.department, 'shifts', group.shift], locate)}`,
        `at most ${model.policy.groupSize} people train together: ${lineOf(['policy', 'groupSize'], locate)}`,
      ]),
      ...part(`What it meets (${counted(say, sessions.length, 'session')})`, lines),
      ...part(
        `What found no place (${say.exact(missing.length)})`,
        missing.flatMap((entry) =>
          noPlace(say, entry, model.modules.get(entry.module)?.name ?? entry.module),
        ),
      ),
    ],
    data: { group, sessions, unscheduled: missing },
  };
}

function noPlace(say: Say, entry: PlanUnscheduled, name: string): string[] {
  const { occurrence, first, last, window, reasons, relaxations } = entry;
  return [
    `no place  ${name} (${occurrenceName(say, occurrence)}), members ${first}–${last}, from ${dateShort(say, window.from)} to ${dateShort(say, window.by)}`,
    ...reasons.map(({ constraint, excluded, of, detail, cause }) => {
      const words = CONSTRAINTS.find(({ id }) => id === constraint)?.reason(detail, cause) ?? constraint;
      return `  ${say.number(excluded)} of ${counted(say, of, 'start')}: ${words} (${constraint})`;
    }),
    ...relaxations.map(({ change, start }) => `  would do: ${change}, then ${startWords(say, start)}`),
  ];
}
