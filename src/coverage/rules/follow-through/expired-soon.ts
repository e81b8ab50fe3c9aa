/** Of our own: a certificate is renewed while it is still good. It tells how many of a department, never who. */
import { certificatesIn, type Holder } from '../../measure/certificates.ts';
import { easements } from '../../patches/ease.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

const HAD =
  'programme:\n  attendance: attendance.csv\n--- attendance.csv\ngroup,module,date,status\nassistant.main.early.1,warm-welcome,2026-01-25,attended\n';

export const rule: Rule = {
  id: 'expired-soon',
  heading: 'follow-through',
  severity: 'warn',
  sentence:
    'A certificate (`validFor`) ends within `days` days, and no seat before that is planned for whoever holds it; departments of fewer than five people are not told.',
  why: 'Our own rule: as long as it is good, renewing it is a date like any other. Once it has ended, somebody works without it, or does not work.',
  fix: 'Give its renewal a place before it ends: a longer window, a trainer, a room; what ends in the next programme is renewed there (cxplan rollover).',
  articles: [],
  options: { days: 60 },
  examples: {
    fires: `modules:\n  warm-welcome: { validFor: 12 months }\ndepartments:\n  shop: { busy: [{ from: 2027-01-04, to: 2027-01-26, allowUpTo: 20 }] }\n${HAD}`,
    silent: `modules:\n  warm-welcome: { validFor: 12 months }\n${HAD}`,
  },
  forPeople: 'What ends after the programme is renewed in the next, which somebody has to begin.',
  *check({ model, plan, asOf, say }, options) {
    for (const { department, module, good, people: all } of certificatesIn(model, plan)) {
      const open = good.filter((one) => one.until <= asOf + options.days! && !isRenewed(one));
      if (open.length === 0) continue;
      yield {
        subject: { department, module: module.id },
        message: `“${module.name}” ends for ${people(say, open.length)} of ${say.number(all)} in ${model.departments.get(department)!.name} by ${say.date(open.at(-1)!.until)}, of the first on ${say.date(open[0]!.until)}, and no date before that is planned for them.`,
        pointer: ['modules', module.id, 'validFor'],
      };
    }
  },
  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const entries = context.plan.unscheduled.filter(
      ({ module: id, group }) =>
        id === module.id && context.groups.get(group)?.department === subject.department,
    );
    yield* easements(context, module, entries);
  },
};

function isRenewed({ until, next }: Holder): boolean {
  return next !== undefined && next <= until;
}
