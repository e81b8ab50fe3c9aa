/** A1: those who lead have to be there; a shift without a manager is led by somebody else's. */
import { linesOf } from '../../../model/line.ts';
import type { Module, Post } from '../../../model/model.ts';
import { type Context, headsOf, index } from '../../context.ts';
import type { Rule } from '../../rule.ts';
import { list, people } from '../../words.ts';

export const rule: Rule = {
  id: 'shift-unled',
  heading: 'reach',
  severity: 'info',
  sentence: 'A shift without a manager of its own has modules that the line leads.',
  why: 'Walters (A1) counts on managers who model what they teach. Nobody of that rank works on this shift: what the line leads is held by the manager of another one, while both are at work, or, where they never are, in hours that this manager comes in for. A department without any manager, and without a head, has nobody to hold it.',
  fix: 'Give the shift a role of level manager, or let a champion lead there.',
  articles: ['A1'],
  examples: {
    fires:
      'roles:\n  shop-manager: { shifts: [early] }\n' +
      'modules:\n  warm-welcome: { led: line, audience: { departments: [shop] } }\n',
    silent: 'modules:\n  warm-welcome: { led: line, audience: { departments: [shop] } }\n',
  },
  forPeople: 'Who leads the shift is for its department to say: a manager of its own, or a champion.',
  *check(context) {
    const { model } = context;
    const lineOf = linesOf(model);
    for (const department of context.departments) {
      const { id, name } = department;
      const staffed = context.postsOfDepartment(id).filter(({ heads }) => heads > 0);
      // A head who is named is somebody.
      const alone = department.head ? [] : staffed.filter((post) => lineOf(post).managers === 0);
      const unled = ledAt(context, alone);
      if (unled.length > 0)
        yield {
          subject: { department: id },
          message: `Nobody of ${name} (${people(context.say, headsOf(alone))}) is a manager, and no head is named: ${titles(unled)} planned as if somebody led it.`,
          pointer: ['departments', id],
        };
      const posts = staffed.filter((post) => isElsewhere(post, lineOf(post)));
      for (const [shift, own] of index(posts, (post) => post.shift)) {
        const modules = ledAt(context, own);
        if (modules.length === 0) continue;
        const lines = own.map((post) => lineOf(post)).map((line) => whereText(context, own[0]!, line));
        yield {
          subject: { department: id, shift },
          message: `The ${shift} shift of ${name} (${people(context.say, headsOf(own))}) has no manager of its own: ${titles(modules)} led by those of ${list([...new Set(lines)])}, while both are at work or in hours they come in for.`,
          pointer: ['departments', id, 'shifts', shift],
        };
      }
    }
  },
};

/** `“Warm welcome” is`, `“Warm welcome” and “Coaching” are` */
function titles(modules: readonly Module[]): string {
  return `${list(modules.map((module) => `“${module.name}”`))} ${modules.length === 1 ? 'is' : 'are'}`;
}

type Place = Pick<Post, 'site' | 'shift'>;

function isElsewhere(post: Place, line: Place): boolean {
  return line.site !== post.site || line.shift !== post.shift;
}

/** `the day shift`, `the day shift in Leeds` */
function whereText({ model }: Context, post: Place, { site, shift }: Place): string {
  return `the ${shift} shift${site === post.site ? '' : ` in ${model.sites.get(site)!.name}`}`;
}

/** What the line leads for any of the posts; huddles are the meeting's own, and an event is everybody's. */
function ledAt({ planned }: Context, posts: readonly Post[]): Module[] {
  return planned.filter(
    ({ led, format, audience }) =>
      led === 'line' &&
      format !== 'huddle' &&
      format !== 'event' &&
      posts.some(({ id }) => audience.posts.has(id)),
  );
}
