/** Whom a department's `busy` is for, and what is held all the same. */
import type { BusyRange, Module, Post } from '../model.ts';

/** The busy times that bind people of a post, for a module. @param module undefined: for anything */
export function busyFor(
  busy: readonly BusyRange[],
  post: Pick<Post, 'role' | 'shift' | 'site'>,
  module: Module | undefined,
): readonly BusyRange[] {
  return busy.filter((range) => isFor(range, post) && !(module && isExcept(range, module)));
}

/** Tells apart posts and modules for whom different times are busy: '' where all are busy alike. */
export function busyKey(
  busy: readonly BusyRange[],
  post: Pick<Post, 'role' | 'shift' | 'site'>,
  module: Module | undefined,
): string {
  if (!busy.some(isSpecial)) return '';
  return busyFor(busy, post, module)
    .map((range) => busy.indexOf(range))
    .join();
}

function isSpecial({ roles, shifts, sites, exceptModules, exceptMoments }: BusyRange): boolean {
  return (roles ?? shifts ?? sites ?? exceptModules ?? exceptMoments) !== undefined;
}

function isFor({ roles, shifts, sites }: BusyRange, post: Pick<Post, 'role' | 'shift' | 'site'>): boolean {
  // A host is a department: while only some of its roles are busy, others take guests.
  return (
    (roles?.has(post.role) ?? true) && (shifts?.has(post.shift) ?? true) && (sites?.has(post.site) ?? true)
  );
}

function isExcept({ exceptModules, exceptMoments }: BusyRange, { id, moments }: Module): boolean {
  return exceptModules?.has(id) === true || moments.some((moment) => exceptMoments?.has(moment));
}
