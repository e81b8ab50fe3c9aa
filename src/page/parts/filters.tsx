/** Filters and search, the same on every view. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { choices, type FilterKey, KEYS } from '../filter.ts';
import { counted } from '../words.ts';
import { Select, usePage } from './common.tsx';

const LABELS: Readonly<Record<FilterKey, readonly [string, string]>> = {
  department: ['Department', 'All departments'],
  site: ['Site', 'All sites'],
  shift: ['Shift', 'All shifts'],
  role: ['Role', 'All roles'],
  facilitator: ['Led by', 'Everybody who leads'],
  theme: ['Theme', 'All themes'],
  module: ['Module', 'All modules'],
  format: ['Format', 'All formats'],
};

const FIRST: readonly FilterKey[] = ['department', 'site', 'shift', 'role'];
/** Typing is followed when it pauses for so many milliseconds. */
const PAUSE = 150;

export function Filters() {
  const { year, settings, here, go, selection } = usePage();
  const all = useMemo(() => choices(year), [year]);
  const timer = useRef(0);
  const active = [...KEYS, 'q'].filter((key) => settings[key]);
  const isMore = active.some((key) => !FIRST.includes(key as FilterKey) && key !== 'q');
  const [isOpen, setOpen] = useState(isMore);
  const select = (key: FilterKey) => (
    <Select
      key={key}
      label={LABELS[key][0]}
      all={LABELS[key][1]}
      value={settings[key] ?? ''}
      options={all[key]}
      onChange={(value) => go(here({ [key]: value }))}
    />
  );
  const search = (text: string) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => go(here({ q: text }), true), PAUSE);
  };
  return (
    <search class="filters" aria-label="Filters">
      <label class="field find">
        <span>Search</span>
        <input
          type="search"
          placeholder="a module, a room, a name …"
          value={settings.q ?? ''}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </label>
      {FIRST.map(select)}
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>More filters</summary>
        <div class="more">{KEYS.filter((key) => !FIRST.includes(key)).map(select)}</div>
      </details>
      {active.length > 0 && (
        <p class="active">
          <span role="status">{counted(selection.sessions.length, 'session')}</span>{' '}
          <a href={here(Object.fromEntries(active.map((key) => [key, ''])))}>Clear all filters</a>
        </p>
      )}
    </search>
  );
}
