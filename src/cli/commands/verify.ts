/** `cxplan verify`: recomputes every hard constraint of a plan from its definition, apart from the planner. */
import { join, resolve } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { readNamed } from '../../output/read.ts';
import { verifyPlan } from '../../verify/verify.ts';
import { counted } from '../../wording/words.ts';
import { Failure } from '../failure.ts';
import { outputFolder, shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { printJson } from '../print.ts';
import { parsed, readPlan } from '../year.ts';

export interface VerifyFlags {
  readonly out?: string;
  readonly previous?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const SHOWN = 50;

/** 0 when no constraint is broken, 1 when one is, or when the plan was made from another workspace. */
export async function verify(target: string | undefined, flags: VerifyFlags, host: Host): Promise<number> {
  const { root, model, loaded } = await loadValid(target, host, flags);
  const folder = outputFolder(root, flags.out, host);
  const file = shown(join(folder, 'plan.json'), host);
  const plan = await readPlan(folder, host, model);
  if (!plan) throw new Failure(`there is no ${file}: run cxplan generate first`);
  const previous =
    flags.previous === undefined
      ? undefined
      : await parsed(readNamed(resolve(host.cwd, flags.previous)), flags.previous, model);
  const violations = verifyPlan(model, plan, previous);
  const stale = plan.made.inputs !== loaded.inputs;
  const ok = violations.length === 0 && !stale;

  if (flags.json) {
    printJson({ ok, stale, violations }, host);
    return ok ? 0 : 1;
  }
  for (const { constraint, message } of violations.slice(0, SHOWN))
    host.out(`${sanitise(`${constraint}: ${message}`)}\n`);
  if (violations.length > SHOWN) host.out(`… and ${violations.length - SHOWN} more\n`);
  if (stale)
    host.out(`${sanitise(file)} is out of date: the workspace has changed since; run cxplan generate.\n`);
  if (!flags.quiet) {
    const say = sayIn(model.programme.locale);
    const broken =
      violations.length === 0 ? 'no constraint is broken' : counted(say, violations.length, 'violation');
    const held = plan.sessions.filter((session) => session.status === 'confirmed').length;
    host.out(`${counted(say, held, 'session')} checked: ${broken}.\n`);
  }
  return ok ? 0 : 1;
}
