/** Which gaps are told first where there is room for a few: the gravest, and of different kinds. */

import type { Say } from '../../calendar/say.ts';
import { RANK } from '../../diagnostics/diagnostic.ts';
import type { Finding } from '../../model/made/gaps.ts';
import { toldOnce } from '../alike.ts';

/** At most so many findings: the first of each rule, then more of the same; what is only worth knowing never. */
export function worst(findings: readonly Finding[], most: number, say: Say): Finding[] {
  const grave = findings.filter(({ severity }) => severity !== 'info');
  const told = toldOnce(grave, say, ({ rule }) => rule).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const rules = new Set<string>();
  const [first, more]: [Finding[], Finding[]] = [[], []];
  for (const finding of told) {
    (rules.has(finding.rule) ? more : first).push(finding);
    rules.add(finding.rule);
  }
  return [...first, ...more].slice(0, most);
}
