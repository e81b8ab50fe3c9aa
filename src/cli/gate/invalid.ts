/** The verdict on the files alone: of `validate`, and of `check` where there is nothing that could be planned. */
import { basename } from 'node:path';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { RuleText, Verdict } from '../../diagnostics/verdict.ts';
import type { Loaded } from '../../workspace/types.ts';
import type { Host } from '../host.ts';
import { prefixOf } from './prefix.ts';
import { fromDiagnostics, sortResults } from './results.ts';

type Judged = Pick<Loaded, 'diagnostics' | 'model' | 'locate' | 'sources'>;

/** Fine without errors; `rules` are those that would have been asked. */
export function filesVerdict(root: string, loaded: Judged, rules: readonly RuleText[], host: Host): Verdict {
  const { diagnostics, model } = loaded;
  return {
    version: host.version,
    title: model?.programme.name ?? basename(root),
    prefix: prefixOf(root, host),
    home: homeOf(loaded),
    ok: diagnostics.every(({ severity }) => severity !== 'error'),
    results: sortResults(fromDiagnostics(diagnostics)),
    rules,
    off: [],
    thresholds: [],
    notes: [],
  };
}

/** The programme, else the top of the first file, else the folder itself. */
export function homeOf({ locate, sources }: Pick<Loaded, 'locate' | 'sources'>): Place {
  const [first = '.'] = [...sources.keys()].sort();
  return locate(['programme'], { key: true }) ?? { file: first, line: 1, column: 1 };
}
