/** A1: pay people for learning, and give it time in the shift. */

import type { Module, Post } from '../../../model/model.ts';
import { type Context, headsOf } from '../../context.ts';
import { hoursInside } from '../../patches/hours.ts';
import type { Rule } from '../../rule.ts';
import { list, people } from '../../words.ts';

export const rule: Rule = {
  id: 'unpaid',
  heading: 'time',
  severity: 'error',
  sentence: 'A module is not paid, or its own days and hours lie outside the shifts of people it addresses.',
  why: 'Walters (A1) leaves no doubt: it should always mean paying people for the time they train. Telling the front line to fit it in on their own time says that it is not a priority, and is not fair.',
  fix: 'Set paid: true and let it be held inside the shift, in parts if it must be short.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  customer-lunch: { paid: false }\n',
    silent: 'modules:\n  customer-lunch: { paid: true }\n',
  },
  *check(context) {
    for (const module of context.planned) {
      const { id, name, audience } = module;
      const outside = outsidePosts(context, module);
      const said = [
        module.paid ? '' : `is not paid time for ${people(audience.heads)}`,
        outside.length > 0 ? `lies outside the shift of ${who(context, outside)}` : '',
      ].filter((text) => text !== '');
      if (said.length === 0) continue;
      yield {
        subject: { module: id },
        message: `“${name}” ${said.join(' and ')}.`,
        pointer: ['modules', id, !module.paid ? 'paid' : module.hours ? 'hours' : 'days'],
      };
    }
  },

  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const pointer = ['modules', module.id];
    const pay = { pointer: [...pointer, 'paid'], op: 'set' as const, value: true };
    if (outsidePosts(context, module).length === 0) {
      yield { title: `Pay people for “${module.name}”`, edits: [pay] };
      return;
    }
    const paid = module.paid ? [] : [pay];
    for (const hours of hoursInside(context, module)) {
      const set = { pointer: [...pointer, 'hours'], op: 'set' as const, value: hours };
      yield { title: `Hold “${module.name}” inside the shift, ${hours}`, edits: [...paid, set] };
    }
    const keys = [...(module.hours ? ['hours'] : []), ...(module.days === undefined ? [] : ['days'])];
    const free = keys.map((key) => ({ pointer: [...pointer, key], op: 'remove' as const }));
    yield { title: `Let “${module.name}” be held at any time of the shift`, edits: [...paid, ...free] };
  },
};

function outsidePosts({ model, isOutside }: Context, module: Module): Post[] {
  return [...module.audience.posts]
    .map((id) => model.posts.get(id)!)
    .filter((post) => isOutside(module, post));
}

/** `34 people (Warehouse night; Retail Bengaluru)` */
function who({ model }: Context, posts: readonly Post[]): string {
  const places = posts.map(({ department, site, shift }) => {
    const { name, shifts } = model.departments.get(department)!;
    const where = model.sites.size > 1 ? ` in ${model.sites.get(site)!.name}` : '';
    return `${name}${shifts.size > 1 ? ` ${shift}` : ''}${where}`;
  });
  return `${people(headsOf(posts))} (${list([...new Set(places)])})`;
}
