/**
 * `npm run bench`: firms of growing size stage by stage, a tight family, planted years, the peer, small instances beside exact
 * optima, and starting times. Everything is told as a table and as JSON, with ratios or figures per unit of work,
 * so that machines can be compared. Each firm runs in a process of its own, whose peak memory counts.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Effort } from '../../src/schedule/types.ts';
import { attended } from './attend.ts';
import { diffed } from './diff.ts';
import { type Beside, besideOne } from './exact/beside.ts';
import { type Filled, filledYears } from './exact/filled.ts';
import { firmFiles, tightText } from './firm.ts';
import { fullYears } from './full-years.ts';
import { growth, measured, median, tableText } from './measure.ts';
import { peaks } from './memory.ts';
import { firstView } from './page.ts';
import { type Duel, duel, TIGHT, YEARS } from './peers.ts';
import { replans } from './replan.ts';
import { savedAgain } from './saved.ts';
import { served } from './serve.ts';
import { type FirmResult, runStages, STAGES } from './stages.ts';
import { startTimes } from './start.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string', default: '1000,10000,100000' },
    million: { type: 'boolean', default: false },
    slack: { type: 'string', default: '1.5' },
    rooms: { type: 'string', default: '1,5,20' },
    fortnights: { type: 'string', default: '4' },
    effort: { type: 'string', default: 'normal' },
    runs: { type: 'string', default: '5' },
    patience: { type: 'string', default: '100' },
    /** Firms to plan again after each of a dozen changes: people, or a folder. */
    replans: { type: 'string', default: '1000,10000,examples/fernhill' },
    change: { type: 'string', default: '' },
    /** Firms with a planted year, of each size. */
    planted: { type: 'string', default: '100' },
    /** Years beside the exact model, of each size; and those of which only is asked who has a place. */
    instances: { type: 'string', default: '10' },
    years: { type: 'string', default: '100' },
    seeds: { type: 'string', default: '1' },
    /** Broken workspaces whose memory is measured. */
    broken: { type: 'string', default: '500' },
    sessions: { type: 'string', default: '400,1920,3840,7680' },
    verify: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    out: { type: 'string' },
    workspace: { type: 'string', default: 'examples/fernhill' },
    feed: { type: 'string', default: 'departments/legal.ics' },
    requests: { type: 'string', default: '200000' },
    cli: { type: 'string', default: 'bin/cxplan.js' },
    small: { type: 'string', default: 'tests/bench/small' },
    /** In the process of its own: the workspace to run. */
    child: { type: 'string' },
  },
});

const PARTS = ['firms', 'tight', 'planted', 'start', 'exact', 'replan', 'peer'] as const;
/** Only when asked for: they need a planned workspace (`--workspace`), or take long. */
const MORE = ['serve', 'diff', 'memory', 'attend', 'watch', 'page'] as const;
/** What a machine of 16 GiB can give; a million people need about 8 of them, and the collector likes some room. */
const HEAP = '--max-old-space-size=11000';
const results: Record<string, unknown> = {};

async function main(): Promise<void> {
  if (flags.child !== undefined) return child(flags.child);
  const wanted = positionals.length === 0 ? PARTS : positionals;
  for (const part of wanted) {
    if (part === 'firms') results.firms = await firms();
    else if (part === 'tight') results.tight = await tight();
    else if (part === 'planted') results.planted = await plantedYears();
    else if (part === 'start')
      results.start = tell('Start', await startTimes(flags.cli, flags.small, 4 * Number(flags.runs)));
    else if (part === 'exact') results.exact = await exact();
    else if (part === 'replan') {
      for (const what of flags.replans.split(','))
        results[`replan ${what}`] = tell(
          `Planned again: ${what}`,
          await replans(what, Number(flags.runs), flags.change),
        );
    } else if (part === 'peer') results.peer = await peer();
    else if (part === 'serve')
      results.serve = tell(
        'Served',
        await served(flags.cli, flags.workspace, flags.feed, Number(flags.requests)),
      );
    else if (part === 'diff')
      results.diff = tell('Compared', await diffed(flags.workspace, Number(flags.runs)));
    else if (part === 'memory')
      results.memory = tell('Memory for any input (MiB)', await peaks(flags.cli, Number(flags.broken)));
    else if (part === 'attend')
      results.attend = tell('Attendance files of 10,000 rows', await attended(Number(flags.runs)));
    else if (part === 'watch')
      results.watch = tell('Saved again', await savedAgain(flags.cli, flags.workspace, Number(flags.runs)));
    else if (part === 'page')
      results.page = tell('First view', await firstView(flags.workspace, Number(flags.runs)));
    else throw new Error(`bench knows ${[...PARTS, ...MORE].join(', ')}; '${part}' is none of them`);
  }
  if (flags.out !== undefined)
    writeFileSync(flags.out, `${JSON.stringify({ node: process.version, ...results }, null, 2)}\n`);
}

async function child(what: string): Promise<void> {
  const [kind, size] = what.split(':') as [string, string];
  const files =
    kind === 'firm'
      ? firmFiles({ people: Number(size), slack: Number(flags.slack) })
      : new Map([['cxplan.yaml', tightText(Number(size), Number(flags.fortnights))]]);
  const effort = flags.effort as Effort;
  process.stdout.write(JSON.stringify(await runStages(files, { effort, verify: flags.verify })));
}

/** One process a run; of several runs the one with the median processor time. */
async function inOwnProcess(what: string, runs: number): Promise<FirmResult> {
  const all: FirmResult[] = [];
  for (let run = 0; run < runs; run++) {
    const pass = ['slack', 'fortnights', 'effort'] as const;
    const args = [
      HEAP,
      ...(flags.memory ? ['--expose-gc'] : []),
      process.argv[1]!,
      `--child=${what}`,
      ...pass.map((name) => `--${name}=${flags[name]}`),
      ...(flags.verify ? ['--verify'] : []),
    ];
    const { code, output } = await measured(process.execPath, args);
    if (code !== 0) throw new Error(`${what} ended with ${code}`);
    all.push(JSON.parse(output));
  }
  const middle = median(all.map(({ total }) => total.processorSeconds));
  return all.reduce((a, b) =>
    Math.abs(a.total.processorSeconds - middle) <= Math.abs(b.total.processorSeconds - middle) ? a : b,
  );
}

async function firms() {
  const sizes = [...flags.people.split(',').map(Number), ...(flags.million ? [1_000_000] : [])];
  const rows: FirmResult[] = [];
  for (const size of sizes)
    rows.push(await inOwnProcess(`firm:${size}`, size > 20_000 ? 1 : Number(flags.runs)));
  tellFirms('Firms', rows);
  const exponents = rows.length < 2 ? undefined : exponentsOf(rows);
  if (exponents) tell('Growth exponents (processor time against people; 1 is linear)', [exponents]);
  return { rows, exponents };
}

function exponentsOf(rows: readonly FirmResult[]): Record<string, number> {
  const of = (pick: (row: FirmResult) => number) =>
    growth(rows.map((row) => ({ size: row.people, cost: pick(row) })));
  return {
    ...Object.fromEntries(
      STAGES.map((stage) => [stage, of(({ stages }) => stages[stage]?.processorSeconds ?? 0.001)]),
    ),
    total: of(({ total }) => total.processorSeconds),
    clock: of(({ total }) => total.seconds),
    memory: of(({ peakMiB }) => peakMiB),
  };
}

async function tight() {
  const rows: FirmResult[] = [];
  for (const rooms of flags.rooms.split(',')) rows.push(await inOwnProcess(`tight:${rooms}`, 1));
  tellFirms('Tight: trainers and rooms used to 95 %, everybody fits by construction', rows);
  return rows;
}

async function plantedYears() {
  const rows = await fullYears(Number(flags.planted), flags.effort as Effort);
  return tell(
    'Planted: firms with no more of anything than the full year that they were written around',
    rows,
  );
}

function tellFirms(title: string, rows: readonly FirmResult[]): void {
  tell(
    title,
    rows.map((row) => ({
      people: row.people,
      sessions: row.sessions,
      seconds: row.total.seconds,
      'cpu s': row.total.processorSeconds,
      'cpu µs/session': (1e6 * row.total.processorSeconds) / row.sessions,
      MiB: row.peakMiB,
      'KiB/session': (1024 * row.peakMiB) / row.sessions,
      'placed %': 100 * row.placed,
      unplaced: row.unplaced,
      soft: row.soft,
      'soft÷bound': row.soft / row.softBound,
      'spread people': row.spreadOfPeople,
      'spread weeks': row.spreadOfWeeks,
      'to even': row.spreadToEven,
      'moves/s': row.movesPerSecond,
      violations: row.violations,
    })),
  );
  tell(
    'Processor µs a session, by stage',
    rows.map((row) => ({
      people: row.people,
      ...Object.fromEntries(
        STAGES.map((stage) => [stage, (1e6 * (row.stages[stage]?.processorSeconds ?? 0)) / row.sessions]),
      ),
    })),
  );
  if (!flags.memory) return;
  tell(
    'MiB that are still needed after each stage',
    rows.map(({ people, stages }) => ({
      people,
      ...Object.fromEntries(STAGES.map((stage) => [stage, stages[stage]?.heldMiB])),
    })),
  );
}

/** Years of 4–16 sessions, and of up to so many; what their optimum is known up to, where there is time. */
const SIZES = [
  { most: undefined, gap: 0.002 },
  { most: 30, gap: 0.005 },
  { most: 45, gap: 0.01 },
  { most: 60, gap: 0.01 },
] as const;

async function exact() {
  const rows: Beside[] = [];
  const summary: object[] = [];
  for (const { most, gap } of SIZES) {
    const own: Beside[] = [];
    for (let n = 0; n < Number(flags.instances); n++)
      own.push(await besideOne(n, Number(flags.patience), most, gap));
    rows.push(...own);
    if (own.length > 0) summary.push(inShort(own));
  }
  if (rows.length > 0) tellBeside(rows, summary);
  const filled: Filled[] = [];
  for (const most of [45, 60])
    for (const seed of flags.seeds.split(',').map(Number))
      filled.push(await filledYears(Number(flags.years), most, seed, Number(flags.patience)));
  tell('Years, and who finds a place in them', filled);
  return { rows, summary, filled };
}

function tellBeside(rows: readonly Beside[], summary: readonly object[]): void {
  tell('Small years beside their optimum, or what no plan can be better than (HiGHS)', rows);
  tell('In short', [...summary, inShort(rows)]);
}

/** Ratios differ in thousandths, so they are told as what they are above 1. */
function inShort(rows: readonly Beside[]) {
  const sizes = rows.map(({ sessions }) => sessions);
  const above = rows.flatMap(({ ratio }) => (ratio === undefined ? [] : 100 * (ratio - 1)));
  return {
    sessions: `${Math.min(...sizes)}–${Math.max(...sizes)}`,
    years: rows.length,
    'same number placed': rows.filter(({ placed, mostPlaced }) => placed === mostPlaced).length,
    compared: above.length,
    'soft above least, mean %': above.reduce((sum, value) => sum + value, 0) / above.length,
    'worst %': Math.max(...above),
    proved: rows.filter(({ proved }) => proved).length,
  };
}

async function peer() {
  const wanted = new Set(flags.sessions.split(',').map(Number));
  const rows: Duel[] = [];
  const sizes = YEARS.filter(({ departments, cohorts, modules }) =>
    wanted.has(departments * cohorts * modules),
  );
  for (const size of sizes) rows.push(await duel(size, flags.cli, Number(flags.runs), 600));
  rows.push(await duel(TIGHT, flags.cli, 1, Number(flags.patience)));
  return tell('Beside FET, the last one tight', rows);
}

function tell<Row extends object>(title: string, rows: readonly Row[]): readonly Row[] {
  process.stdout.write(
    `\n${title}\n${tableText(rows as readonly Record<string, number | string | boolean | undefined>[])}`,
  );
  return rows;
}

await main();
