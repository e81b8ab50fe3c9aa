/** `cxplan gaps`: the gap report on a terminal; exit code 0 whatever it finds. */
import { type Say, sayIn } from '../../calendar/say.ts';
import { toldOnce } from '../../coverage/alike.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import type { Finding, Gaps, ScoredPart } from '../../model/made/gaps.ts';
import type { Model } from '../../model/model.ts';
import { PLANNED } from '../../report/words.ts';
import { assess } from '../assess.ts';
import { asDiagnostics, withPlaces } from '../findings.ts';
import type { Host } from '../host.ts';
import { mustKnow, mustKnowRule } from '../known.ts';
import { loadValid } from '../load.ts';
import { printDiagnostics, printJson } from '../print.ts';
import { table } from '../table.ts';
import type { YearFlags } from '../year.ts';

export interface GapsFlags extends YearFlags {
  readonly plan?: boolean;
  readonly department?: string;
  readonly rule?: string;
  readonly json?: boolean;
  readonly format: 'pretty' | 'json';
}

/** Coverage of each department and the findings, narrowed by department and rule. */
export async function gaps(target: string | undefined, flags: GapsFlags, host: Host): Promise<number> {
  const workspace = await loadValid(target, host, flags);
  const { model, loaded } = workspace;
  if (flags.department !== undefined)
    await mustKnow('department', flags.department, [...model.departments.keys()]);
  if (flags.rule !== undefined) await mustKnowRule(flags.rule);
  const { gaps: all, stale } = await assess(workspace, flags, host);
  if (stale && !flags.quiet) host.err(`${stale} is out of date: the workspace has changed since.\n`);
  const chosen = narrowed(all, model, flags);

  if (flags.json || flags.format === 'json') {
    printJson(withPlaces(chosen, loaded.locate), host);
    return 0;
  }
  const say = sayIn(model.programme.locale);
  host.out(scores(chosen, say));
  host.out(`${PLANNED}\n`);
  const told = toldOnce(chosen.findings, say, ({ rule }) => rule);
  // Whoever asks for one rule wants to see each of its findings.
  const each = flags.rule !== undefined;
  const diagnostics = asDiagnostics(told, loaded.locate, each);
  host.out('\n');
  if (diagnostics.length === 0) host.out('No gaps.\n');
  await printDiagnostics(diagnostics, loaded.sources, host, 1, each ? Number.POSITIVE_INFINITY : undefined);
  if (chosen.waived.length > 0 && !flags.quiet) host.out(`${say.exact(chosen.waived.length)} waived.\n`);
  return 0;
}

function narrowed(all: Gaps, model: Model, { department, rule }: GapsFlags): Gaps {
  const wanted = (finding: Finding) =>
    (rule === undefined || finding.rule === rule) &&
    (department === undefined || departmentOf(finding, model) === department);
  const concerned = ({ id }: ScoredPart) => department === undefined || id === department;
  return {
    ...all,
    departments: all.departments.filter(concerned),
    findings: all.findings.filter(wanted),
    waived: all.waived.filter(wanted),
  };
}

function departmentOf({ subject }: Finding, model: Model): string | undefined {
  const role = subject.role ?? subject.group?.split('.')[0];
  return subject.department ?? (role === undefined ? undefined : model.roles.get(role)?.department);
}

function scores({ organisation, departments }: Gaps, say: Say): string {
  const row = ({ name, people, score: value, seats, dimensions: { T, S, M, R } }: ScoredPart) => [
    name,
    say.exact(people),
    scoreWords(say, value),
    `${say.number(seats.placed)} of ${say.number(seats.asked)}`,
    ...[T, S, M, R].map((share) => (share === null ? '–' : `${Math.round(share * 100)} %`)),
  ];
  const rows = [...departments].sort((a, b) => (a.score ?? 101) - (b.score ?? 101)).map(row);
  return table(
    ['', 'people', 'score', 'seats', 'themes', 'stages', 'moments', 'rhythm'],
    [...rows, row(organisation)],
  );
}
