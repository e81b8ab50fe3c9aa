/** The rules as people read them: what `cxplan rules` lists and `cxplan explain <rule>` prints. */
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Article, Heading, Options, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

export interface Source {
  readonly article: Article;
  readonly title: string;
  readonly author: string;
}

/** The five articles the rules come from. */
export const SOURCES: readonly Source[] = [
  {
    article: 'A0',
    title: 'CX education for staff: Why it’s important and how to develop an education programme',
    author: 'Jeannie Walters',
  },
  {
    article: 'A1',
    title: 'Common Customer Experience Training Obstacles — And Their Solutions',
    author: 'Jeannie Walters',
  },
  {
    article: 'A2',
    title:
      'Customer Experience Training Empowers Every Team (Even If They Don’t Directly Deal With Customers)',
    author: 'Jeannie Walters',
  },
  { article: 'A3', title: 'Customer Service and CX – Not Just For Front Line Staff', author: 'Shep Hyken' },
  { article: 'A4', title: 'Employees and the Customer Experience', author: 'author not named' },
];

export interface CatalogueEntry {
  readonly id: string;
  readonly heading: Heading;
  readonly severity: Severity;
  readonly sentence: string;
  readonly why: string;
  readonly fix: string;
  readonly sources: readonly Source[];
  /** Thresholds that `policy.rules.<id>` may change, with their defaults. */
  readonly options: Options;
  readonly implies: readonly string[];
  /** YAML that makes it fire, and YAML that does not: excerpts of a workspace that is clean otherwise. */
  readonly examples: { readonly fires: string; readonly silent: string };
}

/** Every rule, by heading and id. */
export function catalogue(): CatalogueEntry[] {
  return RULES.map(entryOf);
}

/** One rule; undefined when there is none of that id. */
export function explainRule(id: string): CatalogueEntry | undefined {
  const rule = RULES.find((one) => one.id === id);
  return rule && entryOf(rule);
}

function entryOf(rule: Rule): CatalogueEntry {
  const { id, heading, severity, sentence, why, fix, articles, options = {}, implies = [], examples } = rule;
  return {
    id,
    heading,
    severity,
    sentence,
    why,
    fix,
    sources: SOURCES.filter(({ article }) => articles.includes(article)),
    options,
    implies: implies.filter((other) => other !== id),
    examples: { fires: readable(examples.fires), silent: readable(examples.silent) },
  };
}

/** What an example takes away reads as a comment: `mantra: null` as `# no mantra`; so does the name of a table. */
function readable(example: string): string {
  return example.replace(/^( *)([\w-]+): null$/gm, '$1# no $2').replace('\n--- ', '\n# ');
}
