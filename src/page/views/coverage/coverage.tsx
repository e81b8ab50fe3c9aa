/** Coverage as heat maps: who meets which theme, stage and moment; each cell opens its arithmetic. */
import type { ComponentChildren } from 'preact';
import type { PagePart } from '../../../report/look/types/scores.ts';
import { Nothing, SIGNS, Switch, usePage } from '../../parts/common.tsx';
import { Arithmetic } from './arithmetic.tsx';
import { CREDITS, keyOf } from './cells.ts';
import { Delivered } from './delivered.tsx';
import { Heat, KINDS } from './heat.tsx';

const DIMENSIONS = [
  ['T', 'Themes'],
  ['S', 'Stages'],
  ['M', 'Joiners’ moments'],
  ['R', 'Rhythm'],
] as const;

/** What is met as it is planned; and where somebody tells, what has come of it. */
export function Coverage() {
  const { data, settings } = usePage();
  const isTold = data.modules.some(({ delivered }) => delivered) || data.people !== undefined;
  const dimensions = isTold ? [...DIMENSIONS, ['D', 'Delivered'] as const] : DIMENSIONS;
  const dimension = dimensions.find(([id]) => id === settings.dimension)?.[0] ?? 'T';
  const met = <Switch label="What is met" name="dimension" value={dimension} options={dimensions} />;
  return (
    <section class="coverage">
      <h1>Coverage</h1>
      {dimension === 'D' ? <Delivered switches={met} /> : <Planned dimension={dimension} switches={met} />}
    </section>
  );
}

function Planned({ dimension, switches }: { dimension: string; switches: ComponentChildren }) {
  const { data, settings, selection } = usePage();
  const kind = KINDS.find(([id]) => id === settings.of)?.[0] ?? 'department';
  const { department, role, site } = selection.asked;
  const parts: readonly PagePart[] = {
    department: data.departments.filter((_, i) => department === undefined || i === department),
    role: data.roles.filter(
      (one, i) =>
        (role === undefined || i === role) && (department === undefined || one.department === department),
    ),
    site: data.sites.filter((_, i) => site === undefined || i === site),
  }[kind];
  const columns = [
    ...new Set(
      parts.flatMap(({ cells }) =>
        cells.filter((cell) => cell.dimension === dimension).map(({ name }) => name),
      ),
    ),
  ];
  const open = openCell(parts, settings.cell);
  return (
    <>
      <p class="lead">Of those who ought to meet it, how many will. {data.programme.planned}</p>
      <div class="tools">
        {switches}
        <Switch label="By whom" name="of" value={kind} options={KINDS} />
      </div>
      <p class="legend">
        {CREDITS.map(([from, text], i) => (
          <span key={from}>
            <i class={`swatch c${i + 1}`}>{SIGNS[i + 1]}</i> {text}
          </span>
        ))}
        <span>“no voice”: no customer is heard in it; it counts half</span>
      </p>
      {columns.length === 0 ? (
        <Nothing>Nothing of this kind is asked of them.</Nothing>
      ) : (
        <Heat parts={parts} dimension={dimension} columns={columns} kind={kind} />
      )}
      {open && <Arithmetic part={open.part} cell={open.cell} />}
    </>
  );
}

function openCell(parts: readonly PagePart[], key: string | undefined) {
  for (const part of parts)
    for (const cell of part.cells) if (keyOf(part, cell) === key) return { part, cell };
  return undefined;
}
