/** `certificates`: what is good for a while, who holds it and what ends; nobody by name, no few people. */
import type { Context } from '../context.ts';
import { certificatesTable } from '../tables/certificates.ts';
import type { Page } from '../types.ts';
import { dateWords } from '../words.ts';

export function certificatesPage(context: Context): Page {
  const { plan, say } = context;
  const { columns, rows } = certificatesTable(context);
  const all = [...rows()];
  return {
    title: `Certificates: ${plan.programme.name}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `Who holds what is good for a while (\`validFor\`), as of ${dateWords(say, plan.asOf)}, by what was delivered. People = those who hold it, those for whom it has ended and those who never had it together. Departments of fewer than five people are left out.`,
      },
      ...(all.length > 0 ? [{ kind: 'table' as const, table: { columns, rows: all } }] : []),
    ],
  };
}
