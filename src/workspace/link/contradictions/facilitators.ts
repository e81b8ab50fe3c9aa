/** Modules that nobody could lead, and facilitators who cannot be meant. */

import { append, groupBy } from '../../../collections/lists.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Facilitator, Id, Module } from '../../../model/model.ts';
import type { Problem } from '../problem.ts';
import { isHeld, sessionSites } from './sessions.ts';
import type { Check, Ground } from './types.ts';

export const LEADERS: ReadonlySet<string> = new Set(['trainer', 'champion', 'external']);

function modulesAreTaught({ written, model, report }: Ground): void {
  const byKind = groupBy(model.facilitators.values(), (facilitator) => facilitator.kind);
  const ableTo = teachers([...model.facilitators.values()]);
  for (const module of model.modules.values()) {
    if (module.facilitators && !needsOne(module)) {
      report({
        code: 'names-who-leads-not',
        severity: 'warn',
        at: ['modules', module.id, 'facilitators'],
        key: true,
        message: `module "${module.id}" names facilitators, but is led by ${LED[module.led] ?? 'others'} (${module.format})`,
        fix: 'write led: trainer, champion or external for it, or take facilitators out',
      });
    }
    if (written.modules.get(module.id)?.leaders !== undefined && !needsOne(module)) {
      report({
        code: 'leaders-of-nothing',
        severity: 'warn',
        at: ['modules', module.id, 'leaders'],
        key: true,
        message: `module "${module.id}" asks for ${module.leaders} leaders, but is led by ${LED[module.led] ?? 'others'} (${module.format})`,
        fix: 'write led: trainer, champion or external for it, or take leaders out',
      });
    }
    if (!LEADERS.has(module.led) || !isHeld(module)) continue;
    const sites = sessionSites(module, model);
    if (sites.length === 0) continue;
    const ofKind = byKind.get(module.led as Facilitator['kind']) ?? [];
    const able = ableTo(module);
    const missed = sites.filter(
      (site) => !able.some((facilitator) => !facilitator.sites || facilitator.sites.has(site)),
    );
    if (missed.length === sites.length) {
      const key = written.modules.get(module.id)?.led === undefined ? 'format' : 'led';
      // The rest of the year is planned all the same; these people are told of in the gap report.
      report({
        severity: 'warn',
        at: ['modules', module.id, key],
        ...nobodyTeaches(module, sites, ofKind, able),
      });
    } else if (missed.length > 0) {
      report({
        code: 'site-without-facilitator',
        severity: 'warn',
        at: ['modules', module.id, 'audience'],
        message: `module "${module.id}" needs a ${module.led}, and none who teaches it comes to ${missed.join(', ')}`,
        fix: `add ${missed.length > 1 ? 'these sites' : missed[0]} to the sites of ${names(able)}`,
        related: [...mention(able)],
      });
    }
    if (able.length > 0) fitsADay(module, able, report);
    if (module.leaders > 1 && missed.length < sites.length) enoughLead(module, sites, able, report);
  }
}

const LED: Readonly<Record<string, string>> = {
  line: 'the line manager',
  peer: 'the host',
  self: 'nobody',
};

function needsOne({ format, led }: Module): boolean {
  return LEADERS.has(led) && format !== 'huddle' && format !== 'self-paced';
}

/** Who can teach a module: those who teach everything of its kind, and those who name it or its skill. */
export function teachers(facilitators: readonly Facilitator[]): (module: Module) => readonly Facilitator[] {
  const byWord = new Map<string, Facilitator[]>();
  for (const facilitator of facilitators) {
    for (const word of facilitator.teaches ?? ['*']) {
      const key = `${facilitator.kind} ${word}`;
      append(byWord, key, facilitator);
    }
  }
  const all = new Map(facilitators.map((one) => [one.id, one]));
  return ({ id, skill, led, facilitators: named }) => {
    if (named) return named.flatMap((one) => all.get(one) ?? []);
    const words = new Set([id, skill, '*']);
    const found = [...words].flatMap((word) => byWord.get(`${led} ${word}`) ?? []);
    return [...new Set(found)].sort((a, b) => byCodeUnit(a.id, b.id));
  };
}

function nobodyTeaches(
  module: Module,
  sites: readonly Id[],
  ofKind: readonly Facilitator[],
  able: readonly Facilitator[],
): Omit<Problem, 'at'> {
  const who = `module "${module.id}" is led by a ${module.led}`;
  const skill = module.skill === module.id ? 'it' : `"${module.skill}"`;
  const message =
    ofKind.length === 0
      ? `${who}, and there is none`
      : able.length === 0
        ? `${who}, and none of them teaches ${skill}`
        : `${who}, and none who teaches it comes to ${sites.join(', ')}`;
  const fix =
    ofKind.length === 0
      ? `add a facilitator with kind: ${module.led} who teaches ${module.skill}, or write who else leads it (led: …)`
      : able.length === 0
        ? `add ${module.skill} to what ${names(ofKind)} teaches, or a facilitator who teaches it`
        : `add the site to the sites of ${names(able)}`;
  return {
    code: 'nobody-teaches',
    message,
    fix,
    related: mention(able.length > 0 ? able : ofKind),
  };
}

/** Several lead it: there are as many at each site to which anybody comes. */
function enoughLead(
  module: Module,
  sites: readonly Id[],
  able: readonly Facilitator[],
  report: Ground['report'],
): void {
  const few = sites
    .map((site) => ({ site, there: able.filter((one) => !one.sites || one.sites.has(site)) }))
    .filter(({ there }) => there.length > 0 && there.length < module.leaders);
  const [first] = few;
  if (!first) return;
  const { there } = first;
  const where = few.length === sites.length ? '' : ` at ${few.map(({ site }) => site).join(', ')}`;
  report({
    code: 'too-few-to-lead',
    severity: 'warn',
    at: ['modules', module.id, 'leaders'],
    message: `module "${module.id}" asks for ${module.leaders} leaders, and only ${there.length === 1 ? `"${there[0]!.id}"` : there.length} can lead it${where}`,
    fix: `ask for ${there.length === 1 ? 'one' : there.length}, or add somebody who teaches it`,
    related: mention(there),
  });
}

function fitsADay(module: Module, able: readonly Facilitator[], report: Ground['report']): void {
  const most = Math.max(...able.map(longestSession));
  if (module.minutes <= most) return;
  report({
    code: 'longer-than-facilitator',
    at: ['modules', module.id, 'minutes'],
    message: `module "${module.id}" takes ${module.minutes} minutes, but those who teach it lead at most ${most} minutes at a time`,
    fix: 'raise their hours, or split it into parts',
    related: mention(able),
  });
}

function longestSession({ works, minutesPerDay, minutesPerWeek, minutesPerMonth }: Facilitator): number {
  const stretch = Math.max(...works.map(({ hours }) => hours.end - hours.start));
  return Math.min(stretch, minutesPerDay ?? 1440, minutesPerWeek ?? 10_080, minutesPerMonth ?? 44_640);
}

function facilitatorsMakeSense({ written, model, report }: Ground): void {
  const leadersOf = new Map<Id, Id[]>();
  for (const { id, works, teaches, kind, role } of model.facilitators.values()) {
    const said = written.facilitators.get(id);
    works.forEach(({ hours }, i) => {
      if (hours.start !== hours.end) return;
      report({
        code: 'no-length',
        at: ['facilitators', id, ...(said?.works ? ['works', i] : []), 'hours'],
        message: `the hours of facilitator "${id}" begin and end at the same time`,
        fix: 'write 00:00-24:00 for the whole day',
      });
    });
    const beside = said?.works && USUAL.find((key) => said[key] !== undefined);
    if (beside !== undefined) {
      report({
        code: 'works-said-twice',
        at: ['facilitators', id, beside],
        message: `facilitator "${id}" says twice when they work: in \`works\`, and in \`${beside}\``,
        fix: `keep \`works\`, and take \`${beside}\` out or move it into the entries of \`works\``,
        related: [{ message: 'works', at: ['facilitators', id, 'works'], key: true }],
      });
    }
    for (const word of teaches ?? []) {
      const module = model.modules.get(word);
      if (!module || module.led === kind) continue;
      report({
        code: 'teaches-other-kind',
        severity: 'warn',
        at: ['facilitators', id, 'teaches'],
        message: `facilitator "${id}" is a ${kind} and teaches "${word}", which is led by ${module.led}`,
        fix: `write led: ${kind} in the module, or take it out here`,
        related: [{ message: `module "${word}"`, at: ['modules', word], key: true }],
      });
    }
    if (role !== undefined) append(leadersOf, role, id);
  }
  for (const [role, leaders] of leadersOf) {
    const heads = [...model.posts.values()].reduce(
      (sum, post) => sum + (post.role === role ? post.heads : 0),
      0,
    );
    if (leaders.length <= heads) continue;
    report({
      code: 'more-facilitators-than-heads',
      severity: 'warn',
      at: ['facilitators', leaders[heads]!, 'role'],
      message: `${leaders.length} facilitators (${leaders.join(', ')}) hold the role "${role}", which has ${heads} heads`,
      fix: 'raise the heads, or take the role out',
      related: [{ message: `role "${role}"`, at: ['roles', role, 'heads'] }],
    });
  }
}

/** What `works` stands in for. */
const USUAL = ['days', 'hours', 'weeks', 'from', 'to'] as const;

function names(facilitators: readonly Facilitator[]): string {
  const shown = facilitators.slice(0, 3).map(({ id }) => `"${id}"`);
  return facilitators.length > 3 ? `${shown.join(', ')} or others` : shown.join(' or ');
}

function mention(
  facilitators: readonly Facilitator[],
): { message: string; at: (string | number)[]; key: true }[] {
  return facilitators
    .slice(0, 3)
    .map(({ id }) => ({ message: `facilitator "${id}"`, at: ['facilitators', id], key: true }));
}

const PEOPLE = ['programme', 'sites', 'departments', 'roles'];

export const FACILITATOR_CHECKS: readonly Check[] = [
  { needs: [...PEOPLE, 'facilitators'], check: modulesAreTaught },
  { needs: ['roles', 'departments', 'modules'], check: facilitatorsMakeSense },
];
