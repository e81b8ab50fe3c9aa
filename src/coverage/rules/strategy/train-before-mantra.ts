/** A3: first the mantra, then telling everybody, then training. */
import type { Day } from '../../../calendar/date.ts';
import { toDay } from '../../../calendar/date.ts';
import { eachOrAll } from '../../collapse.ts';
import type { Context } from '../../context.ts';
import type { Draft, Rule } from '../../rule.ts';
import { dateText, list } from '../../words.ts';

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
  check(context) {
    const told = toldOn(context);
    const trained = context.departments.flatMap((department) => {
      const first = context.sessionsOf(department.id).find(({ counts }) => counts);
      return first ? [{ department, first }] : [];
    });
    const early = trained.filter(({ department, first }) => first.day < (told.get(department.id) ?? Infinity));
    const byId = new Map(early.map((one) => [one.department.id, one]));
    const all = trained.map(({ department }) => department);
    return eachOrAll(
      early.map(({ department }) => department),
      all,
      (department): Draft => {
        const first = department ? byId.get(department.id)!.first : early.map((e) => e.first).sort((a, b) => a.day - b.day)[0]!;
        const day = department ? told.get(department.id) : earliest(told);
        const who = department ? department.name : list(all.map(({ name }) => name));
        const when = day === undefined ? 'no ritual tagged mantra ever reaches them' : `the mantra is only told on ${dateText(day)}`;
        return {
          subject: department ? { department: department.id } : {},
          message: `${who}: training starts on ${dateText(first.day)} with “${first.module.name}”, but ${when}.`,
          pointer: ['rituals'],
        };
      },
    );
  },
};

/** Department → the first day on which a ritual tagged `mantra` reaches it. */
function toldOn({ model, plan }: Context): Map<string, Day> {
  const told = new Map<string, Day>();
  for (const { ritual, date, departments, status } of plan.rituals) {
    const day = toDay(date);
    if (day === undefined || status === 'cancelled' || !model.rituals.get(ritual)?.tags.has('mantra')) continue;
    for (const id of departments) told.set(id, Math.min(day, told.get(id) ?? Infinity));
  }
  return told;
}

function earliest(told: ReadonlyMap<string, Day>): Day | undefined {
  return told.size > 0 ? Math.min(...told.values()) : undefined;
}
