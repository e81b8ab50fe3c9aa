/** Findings, what found no place, and what is asked of those who decide. */
import { append } from '../../collections/lists.ts';
import { toldOnce } from '../../coverage/alike.ts';
import { explainRule } from '../../coverage/catalogue.ts';
import { index } from '../../coverage/context.ts';
import { worst } from '../../coverage/measure/worst.ts';
import type { Finding } from '../../model/made/gaps.ts';
import { remembered } from '../../model/made/remembered.ts';
import type { Context } from '../context.ts';
import { departmentName } from '../names.ts';
import { alikeUnplaced, unplacedWords } from '../reasons.ts';
import { bottleneckWords } from '../shortages.ts';
import { counted, dateWords, decimal, sentence, someWords } from '../words.ts';
import type { Refs } from './refs.ts';
import type { PageDecision, PageFinding, PageUnplaced } from './types/gaps.ts';

/** @param patches what closes findings as it was tried, by their keys */
export function pageFindings(
  context: Context,
  refs: Refs,
  patches: ReadonlyMap<string, string> = new Map(),
): PageFinding[] {
  const { gaps, say, findingsOf } = context;
  const departments = new Map<Finding, number[]>();
  for (const [id, some] of findingsOf)
    for (const finding of some) append(departments, finding, refs.department(id));
  const sources = remembered((rule: string) =>
    (explainRule(rule)?.sources ?? []).map(({ title, author }) => `${author}: ${title}`).join('; '),
  );
  const told = (finding: Finding): PageFinding => ({
    rule: finding.rule,
    severity: finding.severity,
    departments: departments.get(finding) ?? departmentsOf(context, refs, finding),
    message: sentence(finding.message),
    why: sentence(finding.why),
    fix: sentence(finding.fix),
    ...(patches.has(finding.key) && { patch: patches.get(finding.key)! }),
    source: sources(finding.rule),
    waived: finding.waived
      ? `${sentence(finding.waived.reason)} ${finding.waived.owner}, until ${dateWords(say, finding.waived.until)}.`
      : '',
    implied: (finding.implied ?? []).map(({ message }) => sentence(message)),
  });
  return [
    ...toldOnce(gaps.findings, say, ({ rule, key }) => `${rule} ${departmentPart(key)}`),
    ...gaps.waived,
  ].map(told);
}

/** What is told together is still told for each department. */
function departmentPart(key: string): string {
  return /department=[^,]*/.exec(key)?.[0] ?? '';
}

function departmentsOf({ model }: Context, refs: Refs, { subject }: Finding): number[] {
  const id = subject.department ?? model.roles.get(subject.role ?? '')?.department;
  return id === undefined ? [] : [refs.department(id)];
}

export function pageUnplaced(context: Context, refs: Refs): PageUnplaced[] {
  const byDepartment = index(
    context.plan.unscheduled,
    ({ group }) => context.groups.get(group)?.department ?? '',
  );
  return [...byDepartment].flatMap(([department, items]) =>
    alikeUnplaced(items).map((some) => ({
      department: refs.department(department),
      module: refs.module(some[0]?.module),
      seats: some.reduce((sum, { first, last }) => sum + last - first + 1, 0),
      words: unplacedWords(context, some),
    })),
  );
}

/** Most that one asks of people who have a minute. */
const MOST = 3;

/** What only somebody who decides can give: what was short, what is below its floor, the gravest gaps, signatures. */
export function pageDecisions(context: Context): PageDecision[] {
  const { plan, gaps, say, model } = context;
  const short = (plan.bottlenecks ?? []).slice(0, 2).map((one) => ({
    title: 'Give what was short',
    why: bottleneckWords(say, one),
    link: 'gaps',
  }));
  const low = gaps.belowThreshold.slice(0, 1).map(({ department, score, threshold }) => ({
    title: department === '' ? 'Raise the whole programme' : `Raise ${departmentName(context, department)}`,
    why: `It is at ${decimal(say, score)}; the threshold that was agreed is ${decimal(say, threshold)}.`,
    link: department === '' ? 'coverage' : `coverage?department=${department}`,
  }));
  const worstGaps = worst(gaps.findings, MOST, say).map(({ rule, message, fix }) => ({
    title: sentence(message),
    why: fix === '' ? '' : sentence(fix),
    link: `gaps?rule=${rule}`,
  }));
  const open = [...model.departments.values()].filter(({ signedOff }) => signedOff === undefined);
  const signing: PageDecision[] =
    open.length === 0
      ? []
      : [
          {
            title: `Have ${counted(say, open.length, 'department')} sign`,
            why: `Nobody has signed yet for ${someWords(
              open.map(({ name }) => name),
              4,
            )}.`,
            link: 'start',
          },
        ];
  return [...short, ...low, ...worstGaps, ...signing].slice(0, MOST);
}
