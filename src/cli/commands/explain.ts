/** `cxplan explain <id>`: what a rule looks for and why; why a session, group, score or gap is as it is. */
import type { Article, Rule } from '../../coverage/rule.ts';
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

/** What the five articles are called where a rule names them. */
const ARTICLES: Readonly<Record<Article, string>> = {
  A0: 'five things a customer-experience education programme needs',
  A1: 'five obstacles to customer-experience education',
  A2: 'customer experience is the work of every team',
  A3: 'customer experience is not just the front line',
  A4: 'employees and the customer’s experience',
};

/** 0 when there is something to explain; 2 when nothing has this id. */
export async function explain(id: string | undefined, flags: ExplainFlags, host: Host): Promise<number> {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule) {
    if (flags.json) printJson({ ...rule, check: undefined }, host);
    else host.out(await ruleText(rule, host));
    return 0;
  }
  const own = ownRule(id ?? '');
  if (own) {
    if (flags.json) printJson(own, host);
    else host.out(await ownText(own, host));
    return 0;
  }
  const { ANSWERS, explainFromPlan } = await import('../explain/plan.ts');
  const { answer, known, kind } = await explainFromPlan(id ?? '', flags, host);
  if (kind !== undefined) {
    const sessions = kind === 'module' ? '; sessions.csv has the ids of its sessions' : '';
    throw new Failure(`'${id}' is a ${kind}, and explain takes ${ANSWERS}${sessions}`);
  }
  if (answer === undefined) throw new Failure(await unknown(id ?? '', known));
  if (flags.json) printJson(answer.data, host);
  else host.out(`${answer.lines.map(sanitise).join('\n')}\n`);
  return 0;
}

async function ruleText(rule: Rule, host: Host): Promise<string> {
  const paint = await paintFor(host, 1);
  const sources = rule.articles.map((article) => `${article}, ${ARTICLES[article]}`).join('; ');
  const options = Object.entries(rule.options ?? {}).map(([name, value]) => `${name} ${value}`);
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
