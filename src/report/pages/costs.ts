/** `costs.md`: what the year costs, by department and by module. Only where the workspace says what things cost. */
import type { Say } from '../../calendar/say.ts';
import { type CostOfPlan, costOf, type Spending, total } from '../../costs/costs.ts';
import { costLine, money } from '../../costs/words.ts';
import type { Context } from '../context.ts';
import { departmentName, moduleName } from '../names.ts';
import type { Block, CellValue, Column, LongTable, Page } from '../types.ts';
import { decimal } from '../words.ts';

const MEANING =
  'Counted from the plan: a seat costs the hour of whoever sits in it; cover is paid for those who face customers and are away from it (huddles take nobody away); the day of whoever leads is shared among its sessions. What a session costs besides people goes to its departments by heads.';

export function costsPage({ model, plan, say }: Context): Page {
  const cost = costOf(model, plan)!;
  return {
    title: `Costs: ${plan.programme.name}`,
    blocks: [
      { kind: 'paragraph', text: costLine(say, cost) },
      { kind: 'paragraph', text: MEANING },
      ...block(
        'By department',
        'department',
        cost,
        cost.departments,
        (id) => departmentName({ model }, id),
        say,
      ),
      ...block('By module', 'module', cost, cost.modules, (id) => moduleName({ model }, id), say),
    ],
  };
}

function block(
  title: string,
  what: string,
  { currency }: CostOfPlan,
  sums: ReadonlyMap<string, Spending>,
  nameOf: (id: string) => string,
  say: Say,
): Block[] {
  const columns: Column[] = [
    what,
    'cost',
    'a seat',
    'a session',
    'seats',
    'sessions',
    'hours of people’s time',
  ].map((name, i) => ({ key: name, title: name, kind: i === 0 ? 'text' : 'number' }));
  const rows = [...sums]
    .sort(([, a], [, b]) => total(b) - total(a))
    .map(([id, spent]): CellValue[] => [
      nameOf(id),
      money(say, currency, total(spent)),
      spent.seats > 0 ? money(say, currency, total(spent) / spent.seats) : '–',
      money(say, currency, total(spent) / spent.sessions),
      decimal(say, spent.seats),
      decimal(say, spent.sessions),
      decimal(say, Math.round(spent.hours)),
    ]);
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'table', table: { columns, rows } },
  ];
}

/** `costs.csv`: one row for each department and module, sums to the hundredth. */
export function costsTable({ model, plan }: Context): LongTable {
  const numbers = ['people', 'cover', 'leading', 'rooms', 'total', 'seats', 'sessions', 'hours'];
  return {
    columns: [
      { key: 'kind', title: 'Kind', kind: 'text' },
      { key: 'id', title: 'Id', kind: 'text' },
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'currency', title: 'Currency', kind: 'text' },
      ...numbers.map((key): Column => ({ key, title: key[0]!.toUpperCase() + key.slice(1), kind: 'number' })),
    ],
    rows: () => {
      const cost = costOf(model, plan)!;
      const row = (kind: string, id: string, name: string, spent: Spending): CellValue[] => [
        ...[kind, id, name, cost.currency],
        ...[spent.people, spent.cover, spent.leading, spent.rooms, total(spent)].map(hundredths),
        ...[spent.seats, spent.sessions, hundredths(spent.hours)],
      ];
      return [
        row('all', 'all', plan.programme.name, cost.all),
        ...[...cost.departments].map(([id, spent]) =>
          row('department', id, departmentName({ model }, id), spent),
        ),
        ...[...cost.modules].map(([id, spent]) => row('module', id, moduleName({ model }, id), spent)),
      ];
    },
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
