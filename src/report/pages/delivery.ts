/** `delivery`: what was planned, delivered and missed, from the firm down to the module; nobody by name, no few people. */
import { deliveredWords } from '../../diagnostics/seats.ts';
import type { Context } from '../context.ts';
import { deliveryTable, SUPPRESSED } from '../tables/delivery.ts';
import type { Block, Page, Row } from '../types.ts';
import { dateWords } from '../words.ts';

const TITLES: readonly (readonly [kind: string, title: string])[] = [
  ['department', 'Departments'],
  ['site', 'Sites'],
  ['module', 'Modules'],
  ['role', 'Roles'],
];

export function deliveryPage(context: Context): Page {
  const { plan, deliveries } = context;
  const { columns, rows } = deliveryTable(context);
  const all = [...rows()];
  const own = columns.filter(({ key }) => !['kind', 'id', 'note'].includes(key));
  const tableOf = (kind: string): Row[] =>
    all
      .filter((row) => row[0] === kind)
      .map((row) => columns.flatMap((column, i) => (own.includes(column) ? [row[i]!] : [])));
  const firm = deliveries()?.organisation;
  return {
    title: `Delivery: ${plan.programme.name}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `${firm ? `Of the seats ${deliveredWords(context.say, firm)}` : 'Nothing was due yet, or of too few people'}, as of ${dateWords(context.say, plan.asOf)}. Planned is what was delivered, missed, not told and is to come together.`,
      },
      {
        kind: 'paragraph',
        text: `A dash: ${SUPPRESSED}. Groups stand in delivery.csv; people nowhere but in the folder of \`--people\`.`,
      },
      ...TITLES.flatMap(([kind, title]): Block[] => {
        const some = tableOf(kind);
        if (some.length === 0) return [];
        return [
          { kind: 'heading', level: 2, text: title },
          { kind: 'table', table: { columns: own, rows: some } },
        ];
      }),
    ],
  };
}
