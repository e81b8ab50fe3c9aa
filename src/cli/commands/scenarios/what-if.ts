/** `cxplan what-if`: variants of the year, each planned as `generate` would from the same previous plan, side by side. */
import { sayIn } from '../../../calendar/say.ts';
import type { Plan } from '../../../model/made/plan.ts';
import type { Job } from '../../../scenarios/jobs.ts';
import { planJobs } from '../../../scenarios/jobs.ts';
import { compare } from '../../../scenarios/measures.ts';
import { outputFolder } from '../../folders.ts';
import type { Host } from '../../host.ts';
import { loadValid, type Workspace } from '../../load.ts';
import { printJson } from '../../print.ts';
import { lineOn } from '../../progress.ts';
import { comparisonJson, comparisonText, type Row } from '../../scenarios/comparison.ts';
import { loadVariants, type VariantFlags, variantsMeant } from '../../scenarios/variants.ts';
import { dayOfPlan, readPlan, sameYear, type YearFlags } from '../../year.ts';

export interface WhatIfFlags extends YearFlags, VariantFlags {
  readonly json?: boolean;
}

/** Exit code 0 whatever the variants come to; nothing is written. */
export async function whatIf(target: string | undefined, flags: WhatIfFlags, host: Host): Promise<number> {
  const workspace = await loadValid(target, host, flags);
  const variants = variantsMeant(workspace, flags, host);
  const varied = await loadVariants(workspace, variants, flags, host);
  const { root, model } = workspace;
  const previous = await readPlan(outputFolder(root, flags.out, host), host, model);
  const jobs = [workspace, ...varied].map((one) => jobOf(one, previous, flags, host));
  const outcomes = await allPlanned(jobs, flags, host);
  const [base] = outcomes as [(typeof outcomes)[number]];
  const rows = varied.map(({ variant: { name, file }, changes }, i): Row => {
    const outcome = outcomes[i + 1]!;
    return { name, file, changes, outcome, comparison: compare(base, outcome) };
  });
  if (!previous && !flags.quiet && !flags.json) host.err(UNPLANNED);
  if (flags.json) printJson(comparisonJson(base, rows), host);
  else host.out(comparisonText(sayIn(model.programme.locale), base, rows, flags.sweep !== undefined));
  return 0;
}

const UNPLANNED =
  'There is no plan yet: each variant is planned anew, so sessions move that need not. After cxplan generate they start from that plan.\n';

/** A year as `generate` would plan it. */
function jobOf(
  { model, loaded }: Pick<Workspace, 'model' | 'loaded'>,
  before: Plan | undefined,
  flags: WhatIfFlags,
  host: Host,
): Job {
  const previous = sameYear(model, before);
  return {
    model,
    options: {
      tool: `cxplan ${host.version}`,
      inputs: loaded.inputs,
      lasting: loaded.lasting,
      seed: flags.seed,
      effort: flags.effort,
      ...dayOfPlan(model, flags, previous, host),
      previous,
      fresh: flags.fresh ?? false,
    },
  };
}

async function allPlanned(jobs: readonly Job[], { quiet }: WhatIfFlags, host: Host) {
  const line = await lineOn(host, quiet, true);
  try {
    return await planJobs(jobs, await host.cores(), (done) =>
      line.say(`planning variants: ${done} of ${jobs.length}`),
    );
  } finally {
    line.end();
  }
}
