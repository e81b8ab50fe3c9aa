/** The verdict on the files alone: of `validate`, and of `check` where there is nothing that could be planned. */
import { basename } from 'node:path';
import type { RuleText, Verdict } from '../../diagnostics/verdict.ts';
import type { Loaded } from '../../workspace/types.ts';
import type { Host } from '../host.ts';
import { prefixOf } from './prefix.ts';
import { fromDiagnostics, sortResults } from './results.ts';

/** Fine without errors; `rules` are those that would have been asked. */
export function filesVerdict(
  root: string,
  { diagnostics, model }: Loaded,
  rules: readonly RuleText[],
  host: Host,
): Verdict {
  return {
    version: host.version,
    title: model?.programme.name ?? basename(root),
    prefix: prefixOf(root, host),
    ok: diagnostics.every(({ severity }) => severity !== 'error'),
    results: sortResults(fromDiagnostics(diagnostics)),
    rules,
    off: [],
    floors: [],
    notes: [],
  };
}
