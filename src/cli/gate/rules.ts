/** What the gate itself asks, told like the rules of the catalogue, so that every format can explain it. */
import { RULES } from '../../coverage/rules/index.ts';
import type { RuleText } from '../../diagnostics/verdict.ts';

const OWN: readonly (RuleText & { readonly planOnly?: boolean })[] = [
  {
    id: 'below-threshold',
    heading: 'coverage',
    severity: 'error',
    sentence: 'The coverage of the organisation or of a department is below its threshold.',
    why: 'A mean hides the department that was forgotten; a threshold for each does not.',
    fix: 'Close gaps of the department (cxplan gaps --department shows them), or agree another threshold in policy.minCoverage.',
    articles: [],
  },
  {
    id: 'stale-plan',
    heading: 'plan',
    severity: 'error',
    sentence: 'The committed plan was made from another state of the workspace.',
    why: 'People look at the committed plan and its calendars; a change that is not in them does not happen.',
    fix: 'Run cxplan generate and commit the plan together with the change.',
    articles: [],
    planOnly: true,
  },
  {
    id: 'broken-plan',
    heading: 'plan',
    severity: 'error',
    sentence: 'The committed plan does not hold what its workspace asks: it was edited, or merged by hand.',
    why: 'The gate judges a plan by what stands in it; one that was changed by hand proves nothing.',
    fix: 'Restore the plan from version control, or run cxplan generate and commit it. cxplan verify shows everything that does not hold.',
    articles: [],
    planOnly: true,
  },
  {
    id: 'tracked-people',
    heading: 'people',
    severity: 'warn',
    sentence: 'A table about people (roster, attendance, ledger) is tracked by git.',
    why: 'Whoever may clone the repository has the names, and its history keeps them when a person has left and asks to be forgotten.',
    fix: 'Name the file in .gitignore and run git rm --cached with it; what was committed before stays in the history until that is rewritten.',
    articles: [],
  },
  {
    id: 'stale-baseline',
    heading: 'baseline',
    severity: 'warn',
    sentence: 'The baseline knows gaps that are closed.',
    why: 'As long as a closed gap stands in the baseline, it can come back and nobody sees it.',
    fix: 'Run cxplan check --update-baseline and commit the baseline.',
    articles: [],
  },
];

/** The catalogue with the gate's own rules before it. */
export function gateRules(committed: boolean): RuleText[] {
  const own = OWN.filter(({ planOnly }) => committed || !planOnly);
  return [...own.map(({ planOnly: _, ...rule }) => rule), ...RULES.map(textOf)];
}

function textOf({ id, heading, severity, sentence, why, fix, articles }: RuleText): RuleText {
  return { id, heading, severity, sentence, why, fix, articles };
}

/** One of the gate's own rules; undefined for any other id. */
export function ownRule(id: string): RuleText | undefined {
  return OWN.find((rule) => rule.id === id);
}
