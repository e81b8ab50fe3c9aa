/** What pages, tables and sheets say alike of one thing, said once: groups and seats come up with every session. */
import type { Context } from './context.ts';

// By the very context: a copy that knows less says it otherwise.
const known = new WeakMap<Context, Map<object, string>>();

/** What `say` says of a thing in this context; the same text each time. Things of different kinds are never the same object. */
export function saidOnce<Thing extends object>(
  context: Context,
  thing: Thing,
  say: (context: Context, thing: Thing) => string,
): string {
  const said = known.get(context) ?? new Map<object, string>();
  known.set(context, said);
  const before = said.get(thing);
  if (before !== undefined) return before;
  const words = say(context, thing);
  said.set(thing, words);
  return words;
}
