/** The page: reads what stands in it, shows the view that the address names. */
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageData } from '../report/look/types.ts';
import { unpack, type Year } from './data.ts';
import { Page } from './parts/common.tsx';
import { Filters } from './parts/filters.tsx';
import { SessionDialog } from './parts/session.tsx';
import { Top } from './parts/top.tsx';
import { parseRoute, VIEWS, type View } from './route.ts';
import { Calendar } from './views/calendar/calendar.tsx';
import { Changes } from './views/changes.tsx';
import { Coverage } from './views/coverage/coverage.tsx';
import { Gaps } from './views/gaps.tsx';
import { Journey } from './views/journey.tsx';
import { Learned } from './views/learned.tsx';
import { Load } from './views/load/load.tsx';
import { Path } from './views/path.tsx';
import { Start } from './views/start/start.tsx';
import { Wall } from './views/wall/wall.tsx';
import { dateWords } from './words.ts';

const SHOWN: Readonly<Record<View, () => preact.JSX.Element>> = {
  start: Start,
  wall: Wall,
  calendar: Calendar,
  coverage: Coverage,
  load: Load,
  journey: Journey,
  path: Path,
  learned: Learned,
  gaps: Gaps,
  changes: Changes,
};

function App({ year }: { year: Year }) {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const route = useMemo(() => parseRoute(hash), [hash]);
  const shared = useMemo(
    () => ({
      year,
      route,
      go(next: string, quietly = false) {
        if (!quietly) location.hash = next;
        else {
          history.replaceState(null, '', next);
          setHash(next);
        }
      },
    }),
    [year, route],
  );
  const main = useRef<HTMLElement>(null);
  const seen = useRef(route.view);
  useEffect(() => {
    document.title = `${VIEWS.find(([id]) => id === route.view)?.[1]} – ${year.data.programme.name}`;
    document.documentElement.dataset.view = route.view;
    // A new view is a new page: whoever hears the page starts at its top.
    if (seen.current !== route.view) {
      seen.current = route.view;
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, [route.view]);
  const View = SHOWN[route.view];
  return (
    <Page.Provider value={shared}>
      {/* biome-ignore lint/a11y/useValidAnchor: it jumps within the page, without changing the address, which is the view's */}
      <a class="skip" href="#main" onClick={skip}>
        To the content
      </a>
      <Top />
      <Filters />
      <main id="main" ref={main} tabIndex={-1}>
        <View key={route.view} />
      </main>
      <footer>
        <p>
          {year.data.programme.tool}, plan {year.data.programme.issue}, as of{' '}
          {dateWords(year, year.data.programme.asOf)}. {year.data.programme.planned} This page sends nothing
          anywhere.
        </p>
      </footer>
      <SessionDialog />
    </Page.Provider>
  );
}

/** The address is the view's: the jump must not change it. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** What is packed, because the year is large. */
async function inflated(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

function show(text: string): void {
  const root = document.getElementById('page')!;
  root.textContent = '';
  render(<App year={unpack(JSON.parse(text) as PageData)} />, root);
  document.documentElement.dataset.ready = 'yes';
}

const held = document.getElementById('data')!;
const text = held.textContent ?? '';
if (held.dataset.form === 'deflate') inflated(text).then(show);
else show(text);
