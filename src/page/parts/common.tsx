/** Small pieces that many views share. */
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { Year } from '../data.ts';
import { held, type Selection, select } from '../filter.ts';
import { hashOf, type Route, type Settings, toView, type View, withSettings } from '../route.ts';

export interface Shared {
  readonly year: Year;
  readonly route: Route;
  /** Goes somewhere; `quietly`: without a step back. */
  readonly go: (hash: string, quietly?: boolean) => void;
}

export const Page = createContext<Shared>(undefined as unknown as Shared);

/** What every view needs: the year, what is selected, and ways on. */
export function usePage() {
  const shared = useContext(Page);
  const { year, route } = shared;
  const selection: Selection = select(year, route.settings);
  return {
    ...shared,
    data: year.data,
    settings: route.settings,
    selection,
    held: () => held(year, selection),
    to: (view: View, more?: Settings) => toView(route, view, more),
    here: (more: Settings) => withSettings(route, more),
    only: (view: View, settings: Settings) => hashOf({ view, settings }),
  };
}

/** A choice of few: links that look like one switch. */
export function Switch({
  label,
  name,
  value,
  options,
}: {
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [string, string])[];
}) {
  const { here } = usePage();
  return (
    <nav class="switch" aria-label={label}>
      {options.map(([id, text]) => (
        <a key={id} href={here({ [name]: id })} aria-current={id === value ? 'true' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

export function Select({
  label,
  value,
  options,
  onChange,
  all,
}: {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly text: string }[];
  onChange: (value: string) => void;
  all?: string;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data-on={value !== '' || undefined}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A part that scrolls sideways by itself; the keyboard reaches it. */
export function Wide({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** How full, from 0 to 5, and the sign that says the same without colour. */
export const SIGNS = ['', '○', '◔', '◑', '◕', '●'] as const;

/** A bar of a share of 1. */
export function Bar({ share, label, kind = '' }: { share: number; label: string; kind?: string }) {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg class={`bar ${kind}`} viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="track" width="100" height="10" />
      <rect class="fill" width={width} height="10" />
    </svg>
  );
}

/** For a table of cells whose links are no tab stops: one is made to be, whatever rows come and go; arrow keys walk on from it. */
export function useCells() {
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    const links = table.current?.querySelectorAll<HTMLElement>('tbody td a') ?? [];
    if (![...links].some(({ tabIndex }) => tabIndex === 0) && links[0]) links[0].tabIndex = 0;
  });
  return { ref: table, onKeyDown: walkCells };
}

/** Arrow keys walk from link to link. */
function walkCells(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.closest('tr');
  const body = row?.closest('tbody');
  if (!step || !cell || !row || !body) return;
  event.preventDefault();
  const rows = [...body.rows];
  const [down, across] = step;
  let [y, x] = [rows.indexOf(row), cell.cellIndex];
  if (event.key === 'Home') x = 0;
  if (event.key === 'End') x = row.cells.length;
  for (;;) {
    [y, x] = [y + down, x + across];
    const there = rows[y]?.cells[x];
    if (!there) return;
    const target = there.tagName === 'TD' ? there.querySelector<HTMLElement>('a,button') : null;
    if (!target) continue;
    focusOnly(body, target);
    return;
  }
}

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  Home: [0, 1],
  End: [0, -1],
};

function focusOnly(body: HTMLElement, target: HTMLElement): void {
  for (const one of body.querySelectorAll<HTMLElement>('td a, td button')) one.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
}

/** What stands where there is nothing. */
export function Nothing({ children }: { children: ComponentChildren }) {
  return <p class="nothing">{children}</p>;
}
