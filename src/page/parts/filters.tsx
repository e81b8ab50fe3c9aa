/** Filters and search, the same on every view. What is chosen stands below as a line of its own, and goes with a click. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { type Choice, choices, type FilterKey, KEYS } from '../filter.ts';
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
  const { year, settings, here, go } = usePage();
  const all = useMemo(() => choices(year), [year]);
  const timer = useRef(0);
  const isMore = KEYS.some((key) => settings[key] && !FIRST.includes(key));
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
    <search class="filters" aria-label="Filters" data-open={isOpen || undefined}>
      <label class="field find">
        <span>Search</span>
        <input
          type="search"
          placeholder="a module, a room, a name …"
          value={settings.q ?? ''}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </label>
      <div class="first">{FIRST.map(select)}</div>
      <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Fewer filters' : 'More filters'}
      </button>
      <div class="more">{KEYS.filter((key) => !FIRST.includes(key)).map(select)}</div>
      <Active all={all} />
    </search>
  );
}

/** What is chosen, each with the way to let it go. */
function Active({ all }: { all: Readonly<Record<FilterKey, readonly Choice[]>> }) {
  const { year, settings, here, selection } = usePage();
  const active = [...KEYS, 'q' as const].filter((key) => settings[key]);
  if (active.length === 0) return null;
  const nameOf = (key: FilterKey | 'q') =>
    key === 'q'
      ? `“${settings.q}”`
      : (all[key].find(({ value }) => value === settings[key])?.text ?? settings[key]);
  return (
    <p class="active">
      <span role="status">{counted(year, selection.sessions.length, 'session')}</span>
      {active.map((key) => (
        <a key={key} class="chip" href={here({ [key]: '' })} dir="auto">
          {nameOf(key)} <span aria-hidden="true">✕</span>
          <span class="vh">: without this filter</span>
        </a>
      ))}
      {active.length > 1 && (
        <a href={here(Object.fromEntries(active.map((key) => [key, ''])))}>Clear all filters</a>
      )}
    </p>
  );
}
