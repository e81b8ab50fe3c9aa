/** Small firms from YAML text, for tests of demand and planning. */

import type { Model } from '../../src/model/model.ts';
import { loadSources } from '../../src/workspace/load.ts';

/** The model of one workspace file; fails with the messages when it is not valid. */
export async function firm(text: string, more: Readonly<Record<string, string>> = {}): Promise<Model> {
  const loaded = await loadSources(new Map([['cxplan.yaml', text], ...Object.entries(more)]));
  if (!loaded.model) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  return loaded.model;
}

/** A programme in 2027 in London without holidays. */
export function programme(more = '', starts = '2027-01-04', ends = '2027-12-17'): string {
  return `programme:
  name: Test
  starts: ${starts}
  ends: ${ends}
  timezone: Europe/London
${more}`;
}
