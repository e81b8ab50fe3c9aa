/** `experience-map.csv`: one line for each role and stage of life, for a spreadsheet to pivot. */
import type { Context } from '../context.ts';
import type { ExperienceMap } from '../experience.ts';
import type { LifeStage, MapCell } from '../meetings.ts';
import { departmentName } from '../names.ts';
import type { CellValue, Column, LongTable, Row } from '../types.ts';

const COLUMNS: readonly Column[] = [
  { key: 'department', title: 'Department', kind: 'text' },
  { key: 'role', title: 'Role', kind: 'text' },
  { key: 'kind', title: 'Kind', kind: 'text' },
  { key: 'stage', title: 'Stage', kind: 'text' },
  { key: 'people', title: 'People', kind: 'number' },
  { key: 'reached', title: 'Of them meet something', kind: 'number' },
  { key: 'minutes', title: 'Minutes a person', kind: 'number' },
  { key: 'voice', title: 'Customer’s voice', kind: 'text' },
  { key: 'modules', title: 'Modules', kind: 'text' },
];

export function experienceTable(context: Context, map: () => ExperienceMap): LongTable {
  return { columns: COLUMNS, rows: () => rowsOf(context, map()) };
}

function rowsOf(context: Context, { stages, rows }: ExperienceMap): Row[] {
  return rows.flatMap(({ role, cells }) =>
    cells.map((cell, i) => [
      departmentName(context, role.department),
      role.name,
      kindText(stages[i]!),
      stages[i]!.title,
      ...cellValues(cell),
    ]),
  );
}

/** The years to come are no plan: it is said in every line. */
function kindText({ kind }: LifeStage): string {
  return kind === 'later year' ? 'if the year repeats' : kind;
}

function cellValues({ people, reached, minutes, voice, met, modules }: MapCell): CellValue[] {
  return [people, reached, Math.round(minutes * 10) / 10, met && voice ? 'yes' : 'no', modules.join('; ')];
}
