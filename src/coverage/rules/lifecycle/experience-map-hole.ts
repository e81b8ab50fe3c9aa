/** A1: an experience map shows where learning belongs, by role and tenure; and where it is missing. */
import { nameOf, widening } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { audienceOf } from '../../patches/who.ts';
import type { Draft, Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'experience-map-hole',
  heading: 'lifecycle',
  severity: 'warn',
  sentence: 'A moment of the employee’s journey is empty for a role whose joiners reach it.',
  why: 'Walters (A1) has firms draw employee experience maps to see where training is best given, by role, experience and tenure. A moment that some roles fill and others do not is where new people begin to think it is not about them.',
  fix: 'Address the role with the module of that moment, or narrow the moment’s audience.',
  articles: ['A1'],
  examples: {
    fires: 'moments:\n' + '  day-14: { from: 7, to: 20 }\n',
    silent:
      'moments:\n' +
      '  day-14: { from: 7, to: 20 }\n' +
      'modules:\n' +
      '  first-calls:\n' +
      '    audience: everyone\n' +
      '    format: self-paced\n' +
      '    minutes: 20\n' +
      '    when: { moment: day-14 }\n' +
      '    themes: [empathy]\n' +
      '    voices: [first-call]\n',
  },
  *check({ model, needs, roles, postsOfRole, say, tallies }): Iterable<Draft> {
    for (const { id, name, department } of roles) {
      for (const moment of needs.moments) {
        const cells = postsOfRole(id).flatMap((post) => tallies.get(post.id)!.moments.get(moment.id) ?? []);
        const need = cells.reduce((sum, cell) => sum + cell.need, 0);
        if (need === 0 || cells.some(({ reached }) => reached > 0)) continue;
        yield {
          subject: { department, role: id, moment: moment.id },
          message: `${name} (${model.departments.get(department)!.name}): ${people(say, need)} who join have nothing at “${moment.name}” (day ${moment.from} to ${moment.to}).`,
          pointer: model.moments.get(moment.id)!.builtIn ? ['roles', id] : ['moments', moment.id],
        };
      }
    }
  },

  *patches(context, { subject }) {
    const { role, moment: id } = subject;
    const posts = context.postsOfRole(role!);
    const name = nameOf(context, { role: role! });
    const there = context.planned.filter(({ when }) => when.kind === 'moment' && when.moment === id);
    for (const module of there.slice(0, 2)) yield* widening(context, module, posts, name);
    const moment = context.model.moments.get(id!)!;
    yield* lessons(
      context,
      {
        id: `${role}-${id}`,
        name: `${moment.name} – ${name}`,
        audience: audienceOf({ role: role! }),
        posts,
        minutes: 20,
        when: { moment: id! },
      },
      `Twenty minutes for ${name} at “${moment.name}”`,
    );
  },
};
