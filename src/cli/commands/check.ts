/** `cxplan check`: the gate. Findings at error, coverage below the floor and a stale plan end with 1. */

import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Gaps } from '../../model/gaps.ts';
import type { Model } from '../../model/model.ts';
import { type Assessed, assess } from '../assess.ts';
import { asDiagnostic, withPlaces } from '../findings.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { printDiagnostics, printJson } from '../print.ts';
import { countFindings } from '../summary.ts';
import { score } from '../words.ts';
import type { YearFlags } from '../year.ts';

export interface CheckFlags extends YearFlags {
  readonly plan?: boolean;
  readonly minCoverage?: number;
  readonly json?: boolean;
  readonly format: 'pretty' | 'json';
}

type Floors = Gaps['belowFloor'];

/** 0 when nothing is in the way; 1 with reasons. */
export async function check(target: string | undefined, flags: CheckFlags, host: Host): Promise<number> {
  const { model, loaded, root } = await loadValid(target, host, flags);
  const assessed = await assess({ model, loaded, root }, flags, host);
  const { gaps, stale } = assessed;
  const belowFloor = flags.minCoverage === undefined ? gaps.belowFloor : below(gaps, flags.minCoverage);
  const ok = stale === undefined && belowFloor.length === 0 && countFindings(gaps).error === 0;

  if (flags.json || flags.format === 'json') {
    const document = withPlaces({ ...gaps, belowFloor }, loaded.locate) as object;
    printJson({ ok, stale: stale !== undefined, ...document }, host);
  } else {
    const grave = gaps.findings.filter(
      ({ severity }) => severity === 'error' || (severity === 'warn' && !flags.quiet),
    );
    const diagnostics = grave.map((finding) => asDiagnostic(finding, loaded.locate));
    await printDiagnostics(diagnostics, loaded.sources, host, 1);
    const lines = verdict(model, assessed, belowFloor, ok, flags.quiet ?? false);
    if (lines.length > 0) host.out(`${lines.map(sanitise).join('\n')}\n`);
  }
  return ok ? 0 : 1;
}

/** Who is below one floor for all. Compared as shown, with one decimal. */
function below(gaps: Gaps, floor: number): Floors {
  const all = [{ id: '', score: gaps.organisation.score }, ...gaps.departments];
  return all.flatMap(({ id, score: value }) =>
    value !== null && Number(value.toFixed(1)) < floor ? [{ department: id, score: value, floor }] : [],
  );
}

function verdict(
  model: Model,
  { gaps, stale }: Assessed,
  floors: Floors,
  ok: boolean,
  quiet: boolean,
): string[] {
  const nameOf = (id: string) => (id === '' ? 'The organisation' : (model.departments.get(id)?.name ?? id));
  const lines = floors.map(
    (entry) =>
      `${nameOf(entry.department)} has ${score(entry.score)} of 100, below its floor of ${entry.floor}.`,
  );
  if (stale)
    lines.push(
      `${stale} is out of date: the workspace has changed since; run cxplan generate and commit it.`,
    );
  if (quiet) return lines;
  const low = gaps.lowest
    ? `, lowest ${nameOf(gaps.lowest.department)} with ${score(gaps.lowest.score)}`
    : '';
  lines.push(`Coverage ${score(gaps.organisation.score)} of 100 planned${low}.`);
  const aside = [
    `${countFindings(gaps).info} for information (cxplan gaps shows them)`,
    `${gaps.waived.length} waived`,
    `${gaps.off.length} rules switched off${gaps.off.length > 0 ? ` (${gaps.off.join(', ')})` : ''}`,
  ];
  lines.push(`Besides: ${aside.join(', ')}.`);
  lines.push(ok ? 'The gate is open.' : 'The gate is shut.');
  return lines;
}
