/** Ways between sites that cannot be meant, and modules to which nobody could come. */
import type { Module } from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import type { Problem } from '../problem.ts';
import type { Check, Ground } from './types.ts';

function waysAreClear({ written, report }: Ground): void {
  for (const [id, { travel = {} }] of written.sites) {
    for (const [other, minutes] of Object.entries<number>(travel)) {
      const at = ['sites', id, 'travel', other];
      if (other === id) {
        report({
          code: 'travel-to-itself',
          at,
          key: true,
          message: `site "${id}" says how far it is to itself`,
          fix: 'name another site, or take it out',
        });
        continue;
      }
      const back = written.sites.get(other)?.travel?.[id];
      if (back === undefined || back === minutes || id > other) continue;
      report({
        code: 'travel-said-twice',
        at,
        message: `it takes ${minutes} minutes from "${id}" to "${other}", and ${back} from "${other}" to "${id}"`,
        fix: 'say it once: it holds both ways',
        related: [{ message: 'the other one', at: ['sites', other, 'travel', id] }],
      });
    }
  }
}

function comingMakesSense({ written, model, report }: Ground): void {
  for (const module of model.modules.values()) {
    if (!module.at) continue;
    const fault = whyNobodyComes(module, written.modules.get(module.id)?.sites !== undefined);
    if (fault) report({ at: ['modules', module.id, 'at'], key: true, ...fault });
  }
}

/** A module says where people come for it, though it is held where they work, online, at a host, or elsewhere only. */
function whyNobodyComes(module: Module, saysSites: boolean): Omit<Problem, 'at'> | undefined {
  const { id, format, host, room, sites } = module;
  const at = module.at!;
  const said = `module "${id}" asks people to come to ${at.join(' or ')}, but`;
  if (format === 'huddle' || format === 'self-paced') {
    const where = format === 'huddle' ? 'in the meetings of its people' : 'where its people work';
    const fix = 'leave at out, or write format: workshop, talk or event';
    return { code: 'at-where-people-work', message: `${said} it is held ${where} (${format})`, fix };
  }
  if (host) {
    const fix = `leave at out, and write site: ${at[0]} in its host`;
    return { code: 'at-beside-host', message: `${said} guests go to their host`, fix };
  }
  if (room.kind === 'online' || (sites?.size === 1 && sites.has(ONLINE))) {
    const fix = 'leave at out, or choose a format or a room that is not online';
    return { code: 'at-online', message: `${said} it is held online`, fix };
  }
  if (!saysSites || at.some((site) => sites!.has(site))) return undefined;
  const held = [...sites!].join(', ');
  return {
    code: 'at-not-among-sites',
    message: `${said} it may only be held at ${held}`,
    fix: 'leave sites out: at says where it is held',
  };
}

function roomsThatStay({ written, report }: Ground): void {
  for (const [id, { sites = [], travelMinutes }] of written.rooms) {
    if (travelMinutes === undefined || new Set(sites).size > 1) continue;
    report({
      code: 'room-stays',
      severity: 'warn',
      at: ['rooms', id, 'travelMinutes'],
      key: true,
      message: `room "${id}" says how long it takes from site to site, but is at one only`,
      fix: 'name all the sites to which it comes: sites: [leeds, york], or take travelMinutes out',
    });
  }
}

export const TRAVEL_CHECKS: readonly Check[] = [
  { needs: ['sites'], check: waysAreClear },
  { needs: ['sites', 'rooms', 'modules'], check: comingMakesSense },
  { needs: ['sites', 'rooms'], check: roomsThatStay },
];
