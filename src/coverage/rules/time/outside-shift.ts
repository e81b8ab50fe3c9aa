/** A1: give learning time in the shift; what is held outside it nobody can attend at work. */
import { spanText } from '../../../calendar/date.ts';
import type { Module, Post } from '../../../model/model.ts';
import { type Context, headsOf } from '../../context.ts';
import { hoursInside } from '../../patches/hours.ts';
import type { Rule } from '../../rule.ts';
import { list, people } from '../../words.ts';

export const rule: Rule = {
  id: 'outside-shift',
  heading: 'time',
  severity: 'error',
  sentence: 'A module’s own days and hours lie outside the shifts of people it addresses.',
  why: 'Walters (A1) asks for training that fits into the working day of the front line. A session at noon for people who clean at night is held without them, or on their own time, which tells them that it is not a priority.',
  fix: 'Let it be held inside their shift, or address it to those who work then.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  customer-lunch: { hours: 05:00-06:00 }\n',
    silent: 'modules:\n  customer-lunch: { hours: 12:00-14:00 }\n',
  },
  *check(context) {
    for (const module of context.planned) {
      const posts = outsidePosts(context, module);
      if (posts.length === 0) continue;
      const { id, name, hours, days } = module;
      const own = hours ? `hours (${spanText(hours)})` : 'days';
      yield {
        subject: { module: id },
        message: `“${name}” lies outside the shift of ${who(context, posts)}: its ${own}${hours && days !== undefined ? ' and days' : ''} never meet it.`,
        pointer: ['modules', id, hours ? 'hours' : 'days'],
        fix: remedy(context, module, posts),
      };
    }
  },

  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const pointer = ['modules', module.id];
    for (const hours of hoursInside(context, module)) {
      const edit = { pointer: [...pointer, 'hours'], op: 'set' as const, value: hours };
      yield { title: `Hold “${module.name}” inside the shift, ${hours}`, edits: [edit] };
    }
    const keys = [...(module.hours ? ['hours'] : []), ...(module.days === undefined ? [] : ['days'])];
    yield {
      title: `Let “${module.name}” be held at any time of the shift`,
      edits: keys.map((key) => ({ pointer: [...pointer, key], op: 'remove' as const })),
    };
  },
};

/** Which hours would do for everybody; where none would, a module of its own for these people. */
function remedy(context: Context, module: Module, posts: readonly Post[]): string {
  const [all] = hoursInside(context, module);
  if (all !== undefined) return `Write hours: ${all}, which lies in the shift of everybody.`;
  const own = { ...module, audience: { ...module.audience, posts: new Set(posts.map(({ id }) => id)) } };
  const hours = hoursInside(context, own).at(-1);
  const theirs = hours === undefined ? '' : ` with hours: ${hours}`;
  return `Leave its hours and days out, or make a module of its own for these people${theirs}.`;
}

function outsidePosts({ model, isOutside }: Context, module: Module): Post[] {
  return [...module.audience.posts]
    .map((id) => model.posts.get(id)!)
    .filter((post) => isOutside(module, post));
}

/** `34 people (Warehouse night; Retail Bengaluru)` */
function who({ model, say }: Context, posts: readonly Post[]): string {
  const places = posts.map(({ department, site, shift }) => {
    const { name, shifts } = model.departments.get(department)!;
    const where = model.sites.size > 1 ? ` in ${model.sites.get(site)!.name}` : '';
    return `${name}${shifts.size > 1 ? ` ${shift}` : ''}${where}`;
  });
  return `${people(say, headsOf(posts))} (${list([...new Set(places)])})`;
}
