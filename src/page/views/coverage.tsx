/** Coverage as heat maps: who meets which theme, stage and moment; each cell opens its arithmetic. */
import type { PageCell, PagePart } from '../../report/look/types/scores.ts';
import { Nothing, SIGNS, Switch, useCells, usePage, Wide } from '../parts/common.tsx';
import { decimal, peopleWords, percentWords } from '../words.ts';
import { scoreWords } from './start/score.tsx';

const DIMENSIONS = [
  ['T', 'Themes'],
  ['S', 'Stages'],
  ['M', 'Joiners’ moments'],
  ['R', 'Rhythm'],
] as const;

const KINDS = [
  ['department', 'Departments'],
  ['role', 'Roles'],
  ['site', 'Sites'],
] as const;

export function Coverage() {
  const { data, settings, selection } = usePage();
  const dimension = DIMENSIONS.find(([id]) => id === settings.dimension)?.[0] ?? 'T';
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
    <section class="coverage">
      <h1>Coverage</h1>
      <p class="lead">Of those who ought to meet it, how many will. {data.programme.planned}</p>
      <div class="tools">
        <Switch label="What is met" name="dimension" value={dimension} options={DIMENSIONS} />
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
    </section>
  );
}

/** Credit from which on a cell is one step darker. */
const CREDITS = [
  [0, 'under 25%'],
  [0.25, '25–49%'],
  [0.5, '50–74%'],
  [0.75, '75–99%'],
  [1, 'full'],
] as const;

function stepOf(credit: number): number {
  return CREDITS.findLastIndex(([from]) => credit >= from) + 1;
}

function keyOf(part: PagePart, cell: PageCell): string {
  return `${part.id}/${cell.dimension}/${cell.name}`;
}

function openCell(parts: readonly PagePart[], key: string | undefined) {
  for (const part of parts)
    for (const cell of part.cells) if (keyOf(part, cell) === key) return { part, cell };
  return undefined;
}

function Heat({
  parts,
  dimension,
  columns,
  kind,
}: {
  parts: readonly PagePart[];
  dimension: string;
  columns: readonly string[];
  kind: string;
}) {
  const { year, here, only, settings } = usePage();
  const cellsOf = useCells();
  return (
    <Wide label="Coverage, scrolls sideways">
      <table class="heat" {...cellsOf}>
        <thead>
          <tr>
            <th scope="col">{KINDS.find(([id]) => id === kind)?.[1]}</th>
            <th scope="col">Score</th>
            {columns.map((name) => (
              <th key={name} scope="col" dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const cells = new Map(
              part.cells.filter((cell) => cell.dimension === dimension).map((cell) => [cell.name, cell]),
            );
            return (
              <tr key={part.id}>
                <th scope="row" dir="auto">
                  <a href={only(kind === 'department' ? 'start' : 'calendar', { [kind]: part.id })}>
                    {part.name}
                  </a>{' '}
                  <small>{part.people}</small>
                </th>
                <td class="number">
                  {scoreWords(year, part.score)}
                  {part.delivered !== undefined && (
                    <small> {scoreWords(year, part.delivered)} delivered</small>
                  )}
                </td>
                {columns.map((name) => {
                  const cell = cells.get(name);
                  if (!cell)
                    return (
                      <td key={name} class="none">
                        –
                      </td>
                    );
                  const key = keyOf(part, cell);
                  return (
                    <td key={name} class={`c${stepOf(cell.credit)}`}>
                      <a href={here({ cell: settings.cell === key ? '' : key })} tabIndex={-1}>
                        <b>{percentWords(cell.need > 0 ? cell.reached / cell.need : 0)}</b>{' '}
                        <i aria-hidden="true">{SIGNS[stepOf(cell.credit)]}</i>
                        {cell.voice ? '' : <small>no voice</small>}
                      </a>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}

function Arithmetic({ part, cell }: { part: PagePart; cell: PageCell }) {
  const { here, year } = usePage();
  const { dimension, name, need, reached, voice, credit } = cell;
  const share = need > 0 ? reached / need : 0;
  const who = dimension === 'R' ? 'weeks of people' : dimension === 'M' ? 'joiners' : 'people';
  const rhythm = dimension === 'R';
  return (
    <aside class="card arithmetic" role="status">
      <h2 dir="auto">
        {part.name}: {name}
      </h2>
      <p>
        {decimal(year, reached)} of {decimal(year, need)} {who} will meet it: {decimal(year, reached)} ÷{' '}
        {decimal(year, need)} = {percentWords(share)}.{' '}
        {rhythm
          ? ''
          : share >= 0.9
            ? 'Nine in ten is full: somebody is always ill, on leave or new. '
            : `Of the nine in ten that are full: ${percentWords(share)} ÷ 90% = ${percentWords(Math.min(1, share / 0.9))}. `}
        {rhythm
          ? ''
          : voice
            ? 'A customer is heard in it. '
            : 'No customer is heard in it, so it counts half. '}
        Credit {percentWords(credit)}.
      </p>
      <p>
        Themes 40, stages they own 25, joiners’ moments 20, rhythm of the year 15: {part.name} has{' '}
        {part.dimensions.map(percentWords).join(' · ')}, in all {scoreWords(year, part.score)} for{' '}
        {peopleWords(year, part.people)}.
      </p>
      <p>
        <a href={here({ cell: '' })}>Close</a>
      </p>
    </aside>
  );
}
