/** Which busy times of a department bind whom, read plainly. */
import type { BusyRange, Department, Module, Post } from '../model/model.ts';

/** Those that bind people of a post in a session of a module. */
export function busyTimes(
  { busy }: Department,
  post: Pick<Post, 'role' | 'shift' | 'site'>,
  module: Module,
): BusyRange[] {
  const bound: BusyRange[] = [];
  for (const range of busy) {
    if (module.minutes <= range.allowUpTo) continue;
    if (range.roles !== undefined && !range.roles.has(post.role)) continue;
    if (range.shifts !== undefined && !range.shifts.has(post.shift)) continue;
    if (range.sites !== undefined && !range.sites.has(post.site)) continue;
    if (range.exceptModules?.has(module.id)) continue;
    if (module.moments.some((moment) => range.exceptMoments?.has(moment))) continue;
    bound.push(range);
  }
  return bound;
}

/** Tells lists of them apart. */
export function busyTimesKey({ busy }: Department, times: readonly BusyRange[]): string {
  return times.map((range) => busy.indexOf(range)).join();
}
