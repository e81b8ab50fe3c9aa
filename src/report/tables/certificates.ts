/** `certificates.csv`: who holds what is good for a while, department by department: counts, and nobody of fewer than five people. */
import { isoDate } from '../../calendar/date.ts';
import { certificatesIn } from '../../coverage/measure/certificates.ts';
import type { Id, Model, Module } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { departmentName, moduleName } from '../names.ts';
import type { LongTable } from '../types.ts';

/** Whether anything that is taught is good for a while only. */
export function hasCertificates({ modules }: Model): boolean {
  return [...modules.values()].some(({ validFor }) => validFor !== undefined);
}

export function certificatesTable(context: Context): LongTable {
  return {
    columns: [
      { key: 'department', title: 'Department', kind: 'text' },
      { key: 'module', title: 'Module', kind: 'text' },
      { key: 'people', title: 'People', kind: 'number' },
      { key: 'good', title: 'Hold it', kind: 'number' },
      { key: 'first', title: 'First to end', kind: 'text' },
      { key: 'renewing', title: 'Renewal planned', kind: 'number' },
      { key: 'ended', title: 'Ended', kind: 'number' },
      { key: 'open', title: 'Ended, no date', kind: 'number' },
      { key: 'never', title: 'Never had it', kind: 'number' },
    ],
    rows: () => rowsOf(context),
  };
}

/** So many people of a department, by what has become of their certificates of a module. */
export interface CertificateRow {
  readonly department: Id;
  readonly module: Module;
  readonly people: number;
  readonly good: number;
  /** The day on which the first ends; empty where nobody holds any. */
  readonly first: string;
  readonly renewing: number;
  readonly ended: number;
  /** Of those whose has ended, without a date to come. */
  readonly open: number;
  readonly never: number;
}

export function certificateRows({ model, plan }: Context): CertificateRow[] {
  return certificatesIn(model, plan).map(({ department, module, people, good, expired }) => ({
    department,
    module,
    people,
    good: good.length,
    first: good[0] ? isoDate(good[0].until) : '',
    renewing: good.filter(({ next, until }) => next !== undefined && next <= until).length,
    ended: expired.length,
    open: expired.filter(({ next }) => next === undefined).length,
    never: people - good.length - expired.length,
  }));
}

function rowsOf(context: Context): (string | number)[][] {
  return certificateRows(context).map(({ department, module, ...counts }) => [
    departmentName(context, department),
    moduleName(context, module.id),
    counts.people,
    counts.good,
    counts.first,
    counts.renewing,
    counts.ended,
    counts.open,
    counts.never,
  ]);
}
