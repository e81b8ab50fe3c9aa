/** `cxplan check`: the gate. Gaps at error, coverage below a threshold and a plan that does not hold end with 1. */
import { resolve } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import { toldOnce } from '../../coverage/alike.ts';
import { folded } from '../../diagnostics/fold.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { isOpen, totals, type Verdict, verdictLines } from '../../diagnostics/verdict.ts';
import { refuseLinks, writeSingle } from '../../output/single.ts';
import type { Loaded } from '../../workspace/types.ts';
import { Failure } from '../failure.ts';
import { withPlaces } from '../findings.ts';
import { ownFolder, workspaceFolder } from '../folders.ts';
import { inFormat, isPipelineFormat, PIPELINE_FORMATS, type PipelineFormat } from '../gate/formats.ts';
import { filesVerdict } from '../gate/invalid.ts';
import { type GateJudgement, type JudgeFlags, judge } from '../gate/judge.ts';
import { asDiagnostic } from '../gate/results.ts';
import { gateRules } from '../gate/rules.ts';
import type { Host } from '../host.ts';
import { exitCodeOf, type LimitFlags, loadWithin } from '../load.ts';
import { printDiagnostics, printJson } from '../print.ts';

export interface CheckFlags extends JudgeFlags, LimitFlags {
  readonly json?: boolean;
  readonly format: 'pretty' | 'json' | PipelineFormat;
  /** `sarif=cxplan.sarif`: written besides what is printed. */
  readonly report?: readonly string[];
}

/** 0 when nothing is in the way; 1 with reasons; 2 when a file cannot be read. */
export async function check(target: string | undefined, flags: CheckFlags, host: Host): Promise<number> {
  const reports = reportsOf(flags.report ?? [], host);
  for (const { path } of reports) refuseLinks(ownFolder(host), path);
  const root = workspaceFolder(target, host);
  const loaded = await loadWithin(root, flags, host);
  const { model } = loaded;
  const judged = model && (await judge({ root, loaded, model }, flags, host));
  const verdict = judged?.verdict ?? filesVerdict(root, loaded, gateRules(flags.plan ?? false), host);
  const say = sayIn(model?.programme.locale ?? 'en-GB');
  for (const { format, path } of reports) writeSingle(path, await inFormat(format, verdict, say));

  const format = flags.json ? 'json' : flags.format;
  if (isPipelineFormat(format)) host.out(await inFormat(format, verdict, say));
  else if (format === 'json') printJson(asJson(verdict, judged, loaded), host);
  else await printPretty(verdict, loaded, flags.quiet ?? false, host);
  return model ? Number(!verdict.ok) : exitCodeOf(loaded.diagnostics);
}

interface ReportFile {
  readonly format: PipelineFormat;
  readonly path: string;
}

function reportsOf(written: readonly string[], host: Host): ReportFile[] {
  return written.map((text) => {
    const [format = '', file = ''] = text.split(/=(.*)/s);
    if (isPipelineFormat(format) && file !== '') return { format, path: resolve(host.cwd, file) };
    throw new Failure(
      `--report takes a format and a file, such as sarif=cxplan.sarif; '${text}' is not that (formats: ${PIPELINE_FORMATS.join(', ')})`,
    );
  });
}

async function printPretty(
  verdict: Verdict,
  { model, sources }: Loaded,
  quiet: boolean,
  host: Host,
): Promise<void> {
  const grave = verdict.results.filter(
    (result) => isOpen(result) && (result.severity === 'error' || (result.severity === 'warn' && !quiet)),
  );
  const say = sayIn(model?.programme.locale ?? 'en-GB');
  const told = toldOnce(grave, say, ({ code, status }) => `${code} ${status}`);
  const together = folded({ ...verdict, prefix: '' }, told);
  await printDiagnostics(together.map(asDiagnostic), sources, host, 1);
  if (quiet) return;
  if (grave.length > 0) host.out('\n');
  host.out(`${verdictLines(verdict, say).map(sanitise).join('\n')}\n`);
}

/** The gap document with places, and what the gate made of it; of an invalid workspace the mistakes. */
function asJson(
  verdict: Verdict,
  judged: GateJudgement | undefined,
  { diagnostics, locate }: Loaded,
): unknown {
  const { ok, thresholds, notes, results } = verdict;
  if (!judged) return { ok, valid: false, diagnostics };
  const { gaps, stale, compared } = judged;
  const below = thresholds.filter((threshold) => !threshold.ok);
  const document = withPlaces(
    {
      ...gaps,
      findings: compared?.fresh ?? gaps.findings,
      belowThreshold: below.map(({ id, score, threshold }) => ({
        department: id,
        score: score ?? 0,
        threshold,
      })),
    },
    locate,
  ) as object;
  return {
    ok,
    valid: true,
    stale,
    broken: results.filter(({ code }) => code === 'broken-plan').map(({ message }) => message),
    thresholds,
    totals: totals(verdict),
    baseline: compared ? { known: compared.known.map(({ key }) => key), closed: compared.closed } : null,
    notes,
    diagnostics,
    ...document,
  };
}
