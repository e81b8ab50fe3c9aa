/** A0, A1: themes are for all, but each role has its own way to reach the customer. */
import { addresses } from '../../context.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

export const rule: Rule = {
  id: 'no-role-module',
  heading: 'reach',
  severity: 'warn',
  sentence: 'A department has only modules that are addressed to most departments.',
  why: 'Walters (A0, A1) asks departmental leaders what each group needs: technology learns about today’s journey and tomorrow’s, accounting about what an invoice feels like. A department that only gets what everybody gets has not been asked.',
  fix: 'Ask the head what their work looks like to a customer, and write one module for it.',
  articles: ['A0', 'A1'],
  options: { most: 0.5 },
  examples: {
    fires: 'modules:\n  kind-invoices: { audience: everyone }\n',
    silent: 'modules:\n  kind-invoices: { audience: { roles: [bookkeeper] } }\n',
  },
  forPeople:
    'Where a department owns no touchpoint, its head has to say first what a customer notices of its work.',
  *check({ departments, yearly, departmentsOf, postsOfDepartment }, options) {
    if (departments.length < 2) return;
    const modules = yearly.filter(({ kind }) => kind !== 'tool' && kind !== 'process');
    const most = options.most! * departments.length;
    for (const { id, name } of departments) {
      const own = modules.filter((module) => addresses(module, postsOfDepartment(id)));
      if (own.length === 0 || own.some((module) => departmentsOf(module).size <= most)) continue;
      yield {
        subject: { department: id },
        message: `${name} has ${count(own.length, 'module')}, each of them addressed to most of the ${departments.length} departments; none is about its own work.`,
        pointer: ['departments', id],
      };
    }
  },

  *patches(context, { subject }) {
    const posts = postsOf(context, subject);
    const owned = [...context.model.touchpoints.values()].filter(({ owners }) =>
      posts.some(({ id }) => owners.has(id)),
    );
    for (const { id, name, stage } of owned.slice(0, 1)) {
      yield* lessons(
        context,
        {
          id: `${subject.department}-${id}`,
          name: `“${name}” through a customer’s eyes`,
          audience: audienceOf(subject),
          posts,
          minutes: 20,
          when: earlyWindow(context),
          stages: [stage],
          touchpoints: [id],
        },
        `A module on “${name}” for ${nameOf(context, subject)}`,
      );
    }
  },
};
