/** Where one is: a view and its settings, kept in the address so that every view can be sent to somebody. */
import { KEYS } from './filter.ts';

export const VIEWS = [
  ['start', 'Start'],
  ['wall', 'Wall planner'],
  ['calendar', 'Calendar'],
  ['coverage', 'Coverage'],
  ['load', 'Load'],
  ['journey', 'Customer’s journey'],
  ['path', 'An employee’s path'],
  ['learned', 'What was learned'],
  ['gaps', 'Gaps'],
  ['changes', 'What changed'],
] as const;

export type View = (typeof VIEWS)[number][0];
export type Settings = Readonly<Record<string, string>>;

export interface Route {
  readonly view: View;
  readonly settings: Settings;
}

/** `#/wall?department=finance`; whatever is no view is the start. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const view = VIEWS.find(([id]) => id === path)?.[0] ?? 'start';
  return {
    view,
    settings: Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value !== '')),
  };
}

export function hashOf({ view, settings }: Route): string {
  const query = new URLSearchParams(Object.entries(settings).filter(([, value]) => value !== '')).toString();
  return `#/${view}${query === '' ? '' : `?${query}`}`;
}

/** A way to another view; the filters come along, what only the old view knows does not. */
export function toView({ settings }: Route, view: View, more: Settings = {}): string {
  const kept = Object.fromEntries(
    [...KEYS, 'q'].flatMap((key) => (settings[key] ? [[key, settings[key]]] : [])),
  );
  return hashOf({ view, settings: { ...kept, ...more } });
}

/** The same view with other settings; an empty one goes. */
export function withSettings({ view, settings }: Route, more: Settings): string {
  return hashOf({ view, settings: { ...settings, ...more } });
}
