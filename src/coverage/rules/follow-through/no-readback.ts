/** A4: tell people what came of what they said. */
import { isoDate, toDay } from '../../../calendar/date.ts';
import type { PlanRitual } from '../../../model/made/plan.ts';
import { type Context, index } from '../../context.ts';
import { freshId } from '../../patches/lesson.ts';
import { workday } from '../../patches/months.ts';
import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'no-readback',
  heading: 'follow-through',
  severity: 'warn',
  sentence: 'Listening is not followed within 30 days by a readback to those who were asked.',
  why: 'A4 wants the results of what is heard communicated back to employees, and supervisors who explain how feedback is used. A survey whose results never come back is answered once.',
  fix: 'Plan a ritual of type readback within a month after each listening, for the same people.',
  articles: ['A4'],
  options: { days: 30 },
  examples: {
    fires: 'rituals:\n  what-we-heard: { when: { date: 2027-06-01 } }\n',
    silent: 'rituals:\n  what-we-heard: { when: { date: 2027-03-22 } }\n',
  },
  *check(context, options) {
    const { model, plan } = context;
    const listening = plan.rituals.filter(
      ({ type, status }) => type === 'listening' && status !== 'cancelled',
    );
    for (const [id, dates] of index(listening, ({ ritual }) => ritual)) {
      const open = dates.filter((ritual) => isOpen(context, ritual, options.days!));
      if (open.length === 0) continue;
      yield {
        subject: { ritual: id },
        message: `What “${model.rituals.get(id)?.name ?? id}” hears on ${list(
          open.map(({ date }) => context.say.date(toDay(date)!)),
          3,
        )} is not told back to all who were asked within ${options.days} days.`,
        pointer: ['rituals', id],
      };
    }
  },

  *patches(context, { subject }) {
    const { model, plan } = context;
    const ritual = model.rituals.get(subject.ritual!)!;
    const audience = context.written(['rituals', ritual.id, 'audience']);
    const posts = [...ritual.audience.posts].map((id) => model.posts.get(id)!);
    const open = plan.rituals.filter(
      (one) =>
        one.ritual === ritual.id && one.status !== 'cancelled' && isOpen(context, one, rule.options!.days!),
    );
    yield {
      title: `Tell people what came of “${ritual.name}”, three weeks later`,
      edits: open.map(({ date }) => {
        const told = isoDate(workday(context, posts, toDay(date)! + 21));
        return {
          pointer: ['rituals', freshId(context, `${ritual.id}-heard-${told}`, 'rituals')],
          op: 'set' as const,
          value: {
            name: `What we heard in “${ritual.name}”, and what we do about it`,
            type: 'readback',
            ...(audience !== undefined && { audience }),
            channel: 'meeting',
            when: { date: told },
          },
        };
      }),
    };
  },
};

/** Whether a department that was asked gets no readback in time; listening that ends with the programme is let pass. */
function isOpen({ model, plan, isOver }: Context, { date, departments }: PlanRitual, days: number): boolean {
  const asked = toDay(date)!;
  if (asked + days > model.programme.ends || isOver(asked + days)) return false;
  const told = new Set(
    plan.rituals.flatMap(({ type, status, date: on, departments: ids }) => {
      const day = toDay(on)!;
      return type === 'readback' && status !== 'cancelled' && day >= asked && day <= asked + days ? ids : [];
    }),
  );
  return departments.some((id) => !told.has(id));
}
