/** `certificates.csv`: who holds what is good for a while, department by department: counts, and nobody of fewer than five people. */
import { isoDate } from '../../calendar/date.ts';
import { certificatesIn } from '../../coverage/measure/certificates.ts';
import type { Model } from '../../model/model.ts';
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

function rowsOf(context: Context): (string | number)[][] {
  const { model, plan } = context;
  return certificatesIn(model, plan).map(({ department, module, people, good, expired }) => {
    const [first] = good;
    return [
      departmentName(context, department),
      moduleName(context, module.id),
      people,
      good.length,
      first ? isoDate(first.until) : '',
      good.filter(({ next, until }) => next !== undefined && next <= until).length,
      expired.length,
      expired.filter(({ next }) => next === undefined).length,
      people - good.length - expired.length,
    ];
  });
}
