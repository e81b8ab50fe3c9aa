/** What several checks ask of a module's sessions. */
import type { Id, Model, Module } from '../../../model/model.ts';
import { meetingPlace, ONLINE } from '../../../model/model.ts';
import { reachOf } from './reach.ts';

/** Where its sessions can be: its people's sites, those to which they come, or online; the host's for shadowing is looked at elsewhere. */
export function sessionSites(module: Module, model: Model): readonly Id[] {
  if (module.room.kind === 'online' || (module.sites?.size === 1 && module.sites.has(ONLINE)))
    return [ONLINE];
  const { sites } = reachOf(module.audience, model);
  const places = module.at
    ? [...new Set(sites.map((site) => meetingPlace(model, module, site)))].sort()
    : sites;
  return places.filter((site) => !module.sites || module.sites.has(site));
}

/** Whether it makes sessions that may need a facilitator or a room; hosts of shadowing are looked at elsewhere. */
export function isHeld({ format, when }: Module): boolean {
  return format !== 'interview' && format !== 'shadowing' && when.kind !== 'trigger';
}
