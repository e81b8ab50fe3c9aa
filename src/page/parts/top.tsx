/** The head of the page: what it is about, the ten views, how it looks. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { VIEWS } from '../route.ts';
import { usePage } from './common.tsx';

export function Top() {
  const { data, route, to } = usePage();
  const { name, mantra } = data.programme;
  const views = useRef<HTMLUListElement>(null);
  useEffect(() => toMiddle(views.current), [route.view]);
  return (
    <header class="top">
      <div class="brand">
        <p class="name" dir="auto">
          {name}
        </p>
        {mantra !== null && (
          <p class="mantra" dir="auto">
            {mantra}
          </p>
        )}
        <Look />
      </div>
      <nav class="views" aria-label="Views">
        <ul ref={views}>
          {VIEWS.map(([id, text]) => (
            <li key={id}>
              <a href={to(id)} aria-current={id === route.view ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** On a small screen the views are a strip: the one that is open stands in its middle. */
function toMiddle(strip: HTMLElement | null): void {
  const open = strip?.querySelector('[aria-current]');
  if (!strip || !open) return;
  const [whole, part] = [strip.getBoundingClientRect(), open.getBoundingClientRect()];
  strip.scrollLeft += part.left + part.width / 2 - (whole.left + whole.width / 2);
}

const LOOKS = [
  ['', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** Light or dark; kept where the browser lets a file keep anything. */
function Look() {
  const [look, setLook] = useState(kept);
  useEffect(() => {
    if (look === '') delete document.documentElement.dataset.look;
    else document.documentElement.dataset.look = look;
    try {
      localStorage.setItem('cxplan-look', look);
    } catch {
      // A page that may keep nothing still works.
    }
  }, [look]);
  return (
    <label class="look">
      <span>Look</span>
      <select value={look} onChange={(event) => setLook(event.currentTarget.value)}>
        {LOOKS.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function kept(): string {
  try {
    return localStorage.getItem('cxplan-look') ?? '';
  } catch {
    return '';
  }
}
