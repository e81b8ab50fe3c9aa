/** A3: first the mantra, then telling everybody, then training. */
import { type Day, isoDate, toDay } from '../../../calendar/date.ts';
import type { Context } from '../../context.ts';
import { freshId } from '../../patches/lesson.ts';
import { workday } from '../../patches/months.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'train-before-mantra',
  heading: 'strategy',
  severity: 'warn',
  sentence: 'Training starts before a ritual tagged `mantra` has told people about it.',
  why: 'Hyken (A3) gives an order: define the mantra, communicate it, and only then train. People who are trained first cannot see what the training is in aid of.',
  fix: 'Plan a communication ritual with the tag mantra, for everyone, on or before the first day of training.',
  articles: ['A3'],
  examples: {
    fires: 'rituals:\n  mantra-launch:\n    when: { date: 2027-02-01 }\n',
    silent: 'rituals:\n  mantra-launch:\n    tags: [mantra]\n    when: { date: 2027-01-04 }\n',
  },
  *check(context) {
    const told = toldOn(context);
    for (const { id, name } of context.departments) {
      const first = context.sessionsOf(id).find(({ counts }) => counts);
      const day = told.get(id);
      if (!first || context.isOver(first.day) || (day !== undefined && day <= first.day)) continue;
      const mantra =
        day === undefined
          ? 'no ritual tagged mantra ever reaches them'
          : `the mantra is only told on ${context.say.date(day)}`;
      yield {
        subject: { department: id },
        message: `${name}: training starts on ${context.say.date(first.day)} with “${first.module.name}”, but ${mantra}.`,
        pointer: ['rituals'],
      };
    }
  },

  *patches(context, { subject }) {
    const { model, departments } = context;
    const date = workday(context, context.postsOfDepartment(subject.department!), model.programme.starts);
    for (const { id, name, tags, audience, when } of model.rituals.values()) {
      const reaches = context.postsOfDepartment(subject.department!).some((p) => audience.posts.has(p.id));
      if (!tags.has('mantra') || when.kind !== 'date' || !reaches) continue;
      yield {
        title: `Hold “${name}” on ${context.say.date(date)}, before training starts`,
        edits: [{ pointer: ['rituals', id, 'when', 'date'], op: 'set', value: isoDate(date) }],
      };
    }
    yield {
      title: `Tell ${departments.length === 1 ? departments[0]!.name : 'everyone'} the mantra on ${context.say.date(date)}, before training starts`,
      edits: [
        {
          pointer: ['rituals', freshId(context, 'the-mantra-first', 'rituals')],
          op: 'set',
          value: {
            name: 'Our mantra, told before anybody is trained',
            type: 'communication',
            channel: 'meeting',
            tags: ['mantra'],
            when: { date: isoDate(date) },
          },
        },
      ],
    };
  },
};

/** Department → the first day on which a ritual tagged `mantra` reaches it. */
function toldOn({ model, plan }: Context): Map<string, Day> {
  const told = new Map<string, Day>();
  for (const { ritual, date, departments, status } of plan.rituals) {
    const day = toDay(date);
    if (day === undefined || status === 'cancelled' || !model.rituals.get(ritual)?.tags.has('mantra'))
      continue;
    for (const id of departments) told.set(id, Math.min(day, told.get(id) ?? Infinity));
  }
  return told;
}
