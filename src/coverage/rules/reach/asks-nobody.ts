/** A1: what is in the year's list and asked of nobody looks like time set aside, and is none. */
import type { Day } from '../../../calendar/date.ts';
import { occurrencesOf } from '../../../demand/occurrences.ts';
import type { Module, When } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'asks-nobody',
  heading: 'reach',
  severity: 'warn',
  sentence:
    'A module of the year is asked of nobody: nothing of it is planned, and nothing of it is missing.',
  why: 'Walters (A1) wants time set aside by name. A module whose period is cut short, or whose people are not there, stands in the list like all others and takes place for nobody; whoever reads the list believes that it is taught.',
  fix: 'Widen its window, give it people, or take it out; what only happens when something triggers it says trigger.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  kind-invoices: { when: { every: half-year, from: 2027-04-15, by: 2027-08-31 } }\n',
    silent: 'modules:\n  kind-invoices: { when: { every: half-year, from: 2027-02-01, by: 2027-08-31 } }\n',
  },
  forPeople:
    'Whether it is to be held for more people, at another time or not at all is for its owner to say.',
  *check(context) {
    const { model, plan } = context;
    const asked = new Set([
      ...plan.sessions.flatMap(({ status, module }) => (status === 'confirmed' ? [module] : [])),
      ...plan.unscheduled.map(({ module }) => module),
    ]);
    for (const module of model.modules.values()) {
      if (asked.has(module.id) || module.format === 'interview' || module.when.kind === 'trigger') continue;
      const { key, cause } = causeOf(context, module);
      yield {
        subject: { module: module.id },
        message: `“${module.name}” is asked of nobody: ${cause}.`,
        pointer: ['modules', module.id, key],
        // Who joins is not for the planner to say: the module waits for them.
        ...(module.when.kind === 'moment' && key === 'when' && { severity: 'info' }),
      };
    }
  },
};

interface Cause {
  /** Where it stands. */
  readonly key: 'audience' | 'when';
  readonly cause: string;
}

function causeOf(context: Context, { audience, when }: Module): Cause {
  if (audience.posts.size === 0) return { key: 'audience', cause: `nobody is ${audience.label}` };
  if (when.kind === 'moment')
    return { key: 'when', cause: momentCause(context, audience.posts, when.moment) };
  const occurrences = occurrencesOf(when, context.model.programme);
  if (occurrences.length === 0) return { key: 'when', cause: cutCause(context, when) };
  if (audience.heads === 0)
    return { key: 'audience', cause: `nobody of ${audience.label} has been there from the beginning` };
  const last = Math.max(...occurrences.map(({ by }) => by));
  return {
    key: 'when',
    cause: `its time was over on ${context.say.date(last)}, before anybody was there for it`,
  };
}

/** Why no joiner gets to a moment. */
function momentCause({ model, plan, say }: Context, posts: ReadonlySet<string>, id: string): string {
  const joins = plan.groups.some(({ joiners, role, site, shift }) => {
    return joiners !== false && posts.has(`${role}.${site}.${shift}`);
  });
  if (!joins) return 'nobody of its audience joins in the programme';
  const { name, to } = model.moments.get(id)!;
  return `whoever joins gets through “${name}” (up to day ${to}) only after the programme has ended, on ${say.date(model.programme.ends)}`;
}

/** What cut every period to less than half: its own window, else the programme. */
function cutCause({ model: { programme }, say }: Context, when: When): string {
  const { starts, ends } = programme;
  const span = (from: Day, by: Day) => `${say.date(from)} to ${say.date(by)}`;
  if (when.kind !== 'every') return `less than half of it lies in the programme (${span(starts, ends)})`;
  const own = when.from > starts || when.by < ends;
  const who = own ? `its window (${span(when.from, when.by)})` : `the programme (${span(starts, ends)})`;
  return `${who} leaves less than half of the days of every ${when.every}`;
}
