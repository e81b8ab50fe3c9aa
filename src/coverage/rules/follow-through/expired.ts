/** Of our own: a certificate that has ended protects nobody. It tells how many of a department, never who. */
import type { Day } from '../../../calendar/date.ts';
import { certificatesIn, type Holder } from '../../measure/certificates.ts';
import type { PatchContext } from '../../patch.ts';
import { easements } from '../../patches/ease.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

const MODULE = 'modules:\n  warm-welcome: { validFor: 3 months }\nprogramme:\n  attendance: attendance.csv\n';
const HAD = 'assistant.main.early.1,warm-welcome,2026-11-20,attended\n';

export const rule: Rule = {
  id: 'expired',
  heading: 'follow-through',
  severity: 'error',
  sentence:
    'People who hold a certificate (`validFor`) that has ended have no seat to renew it; departments of fewer than five people are not told.',
  why: 'Our own rule: who says that something is good for a year has said that it is not good for two. Whoever was certified and is no longer looks safe in every list, which is worse than never having been.',
  fix: 'Give them another date: a window that is open, or more weeks in which what was missed is made up; and let cxplan attend tell who came.',
  articles: [],
  examples: {
    fires: `${MODULE}--- attendance.csv\ngroup,module,date,status\n${HAD}assistant.main.early.1,warm-welcome,2027-02-10,absent\n`,
    silent: `${MODULE}--- attendance.csv\ngroup,module,date,status\n${HAD}assistant.main.early.1,warm-welcome,2027-02-10,attended\n`,
    asOf: '2027-05-03',
  },
  forPeople: 'Where nobody has told who came, somebody has to: cxplan attend takes the list.',
  *check({ model, plan, say }) {
    for (const { department, module, expired, people: all } of certificatesIn(model, plan)) {
      const open = withoutDate(expired);
      if (open.length === 0) continue;
      const dated = expired.length - open.length;
      yield {
        subject: { department, module: module.id },
        message: `“${module.name}” has ended for ${people(say, open.length)} of ${say.number(all)} in ${model.departments.get(department)!.name}, of the first on ${say.date(open[0]!.until)}, and no date is planned for them${dated > 0 ? `; ${say.number(dated)} more have one` : ''}.`,
        pointer: ['modules', module.id, 'validFor'],
      };
    }
  },
  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const own = certificatesIn(context.model, context.plan).find(
      (one) => one.module === module && one.department === subject.department,
    );
    const [first] = withoutDate(own?.expired ?? []);
    if (first) yield* laterMakeUp(context, first.until);
    const entries = context.plan.unscheduled.filter(({ module: id }) => id === module.id);
    yield* easements(context, module, entries);
  },
};

function withoutDate(holders: readonly Holder[]): Holder[] {
  return holders.filter(({ next }) => next === undefined);
}

/** Time to find a date in. */
const WEEKS_TO_COME = 6;
const MOST_WEEKS = 53;

/** What was missed can be made up until some weeks from now. */
function* laterMakeUp({ asOf, model }: PatchContext, since: Day) {
  const { makeUpWithinWeeks } = model.policy;
  // The seat that they missed may lie some weeks before its end.
  const weeks = Math.ceil((asOf - since) / 7) + model.policy.renewWithinWeeks + WEEKS_TO_COME;
  if (weeks <= makeUpWithinWeeks || weeks > MOST_WEEKS) return;
  yield {
    title: `Let what was missed be made up within ${weeks} weeks`,
    edits: [{ pointer: ['policy', 'makeUpWithinWeeks'], op: 'set' as const, value: weeks }],
  };
}
