/** `cxplan explain <id>`: what a rule looks for and why; why a session, group, score or gap is as it is. */
import { type CatalogueEntry, explainRule } from '../../coverage/catalogue.ts';
import { RULES } from '../../coverage/rules/index.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { RuleText } from '../../diagnostics/verdict.ts';
import { Failure } from '../failure.ts';
import { ownRule } from '../gate/rules.ts';
import type { Host } from '../host.ts';
import { printJson } from '../print.ts';
import { paintFor } from '../style.ts';

export interface ExplainFlags {
  readonly workspace?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** 0 when there is something to explain; 2 when nothing has this id. */
export async function explain(id: string | undefined, flags: ExplainFlags, host: Host): Promise<number> {
  const rule = explainRule(id ?? '');
  if (rule) {
    if (flags.json) printJson(rule, host);
    else host.out(await ruleText(rule, host));
    return 0;
  }
  const asked = ownRule(id ?? '');
  if (asked) {
    if (flags.json) printJson(asked, host);
    else host.out(await ownText(asked, host));
    return 0;
  }
  const { ANSWERS, explainFromPlan } = await import('../explain/plan.ts');
  const { PLANNING_IDS, explainPlanning } = await import('../explain/planning.ts');
  const { answer: own, known, kind } = await explainFromPlan(id ?? '', flags, host);
  // A firm may well call a department `floor`: what is its own comes first.
  const answer = own ?? (kind === undefined ? explainPlanning(id ?? '') : undefined);
  if (kind !== undefined) {
    const sessions = kind === 'module' ? '; sessions.csv has the ids of its sessions' : '';
    throw new Failure(`'${id}' is a ${kind}, and explain takes ${ANSWERS}${sessions}`);
  }
  if (answer === undefined) throw new Failure(await unknown(id ?? '', [...PLANNING_IDS, ...known]));
  if (flags.json) printJson(answer.data, host);
  else host.out(`${answer.lines.map(sanitise).join('\n')}\n`);
  return 0;
}

async function ruleText(rule: CatalogueEntry, host: Host): Promise<string> {
  const paint = await paintFor(host, 1);
  const sources = rule.sources
    .map(({ article, title, author }) => `${article}, “${title}” (${author})`)
    .join('; ');
  const options = Object.entries(rule.options).map(([name, value]) => `${name} ${value}`);
  const parts = [
    `${paint.bold(rule.id)} (${rule.severity}, ${rule.heading})`,
    rule.sentence,
    `${paint.bold('Why')}  ${rule.why}`,
    ...(sources ? [`${paint.bold('Source')}  ${sources}`] : []),
    `${paint.bold('What closes it')}  ${rule.fix}`,
    ...(options.length > 0
      ? [`${paint.bold('Options')} (policy.rules.${rule.id})  ${options.join(', ')}`]
      : []),
    `${paint.bold('This fires')}\n${indented(rule.examples.fires)}`,
    `${paint.bold('This does not')}\n${indented(rule.examples.silent)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the gate asks besides the catalogue, such as a plan that is up to date. */
async function ownText({ id, severity, sentence, why, fix }: RuleText, host: Host): Promise<string> {
  const paint = await paintFor(host, 1);
  const head = `${paint.bold(id)} (${severity}, asked by cxplan check)`;
  const parts = [head, sentence, `${paint.bold('Why')}  ${why}`, `${paint.bold('What closes it')}  ${fix}`];
  return `${parts.join('\n\n')}\n`;
}

function indented(yaml: string): string {
  return yaml
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** Of the ids there are, the one that was probably meant. */
async function unknown(id: string, known: readonly string[]): Promise<string> {
  const { nearest } = await import('../../diagnostics/nearest.ts');
  const rules = RULES.map((rule) => rule.id);
  const near = nearest(id, [...rules, ...known]);
  const what = rules.some((rule) => rule === near) ? `the rule '${near}'` : `'${near}'`;
  const hint = near ? `; did you mean ${what}?` : '; cxplan rules lists the rules';
  return `nothing has the id '${sanitise(id)}'${sanitise(hint)}`;
}
