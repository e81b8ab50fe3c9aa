/** `cxplan rules`: the catalogue. */
import { catalogue } from '../../coverage/catalogue.ts';
import { RULES } from '../../coverage/rules/index.ts';
import type { Host } from '../host.ts';
import { printJson } from '../print.ts';
import { paintFor } from '../style.ts';

/** Lists every rule under its heading. */
export async function rules(flags: { readonly json?: boolean }, host: Host): Promise<number> {
  if (flags.json) {
    printJson(catalogue(), host);
    return 0;
  }
  const paint = await paintFor(host, 1);
  const width = Math.max(...RULES.map(({ id }) => id.length));
  for (const heading of new Set(RULES.map((rule) => rule.heading))) {
    host.out(`${paint.bold(heading)}\n`);
    for (const { id, severity, sentence } of RULES.filter((rule) => rule.heading === heading)) {
      host.out(`  ${severity.padEnd(5)}  ${id.padEnd(width)}  ${sentence}\n`);
    }
  }
  host.out(`\n${RULES.length} rules; cxplan explain <rule> says why, and what closes the gap.\n`);
  return 0;
}
