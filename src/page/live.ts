/**
 * Stands in the page that `watch --serve` serves, and in no file: loads it again when there is another plan, and shows what is
 * wrong while the workspace has errors. The view is in the address; how far one has scrolled is kept beside it.
 */

/** Which plan this page shows. */
const shown = document.currentScript?.dataset.plan;
const SCROLLED = 'cxplan-scrolled';

interface News {
  /** Of the newest plan. */
  readonly plan: string;
  /** What is wrong with the workspace, as the terminal says it; empty when nothing is. */
  readonly errors: string;
}

/** What can be scrolled, in the order of the page. */
function scrollers(): Element[] {
  return [document.documentElement, ...document.querySelectorAll('.wide, .views ul')];
}

function loadAgain(): void {
  const places = scrollers().map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  sessionStorage.setItem(SCROLLED, JSON.stringify(places));
  location.reload();
}

/** Once the page has made its view, which it does a little later where the data are packed. */
function scrollBack(): void {
  const kept = sessionStorage.getItem(SCROLLED);
  if (kept === null || !document.getElementById('data')) return;
  if (!document.documentElement.dataset.ready) {
    requestAnimationFrame(scrollBack);
    return;
  }
  sessionStorage.removeItem(SCROLLED);
  const places = JSON.parse(kept) as [left: number, top: number][];
  for (const [i, element] of scrollers().entries()) {
    const [left, top] = places[i] ?? [0, 0];
    element.scrollTo({ left, top, behavior: 'instant' });
  }
}

const note = document.createElement('div');
note.id = 'watch';
note.setAttribute('role', 'alert');
// Over the page, so that nothing moves; it scrolls by itself, and the keyboard must get there.
note.tabIndex = 0;
note.style.cssText =
  'position:fixed;inset:auto 0 0;z-index:99;max-height:45vh;overflow:auto;padding:.6rem 1rem;white-space:pre-wrap;' +
  'font:.875rem/1.45 ui-monospace,Consolas,monospace;background:Canvas;color:CanvasText;border-top:4px solid var(--bad,#a3262a)';

function tell(text: string): void {
  if (note.textContent === text) return;
  note.textContent = text;
  if (text === '') note.remove();
  else document.body.prepend(note);
}

let source: EventSource | undefined;

function listen(): void {
  source?.close();
  source = undefined;
  // A browser keeps few connections to one server: a page that nobody sees leaves its own to the others.
  if (document.hidden) return;
  source = new EventSource('/watch');
  source.onmessage = ({ data }) => {
    const { plan, errors } = JSON.parse(data) as News;
    if (plan !== shown) loadAgain();
    else tell(errors);
  };
  source.onerror = () => tell('cxplan watch does not answer any more: this is the plan as it was.');
}

scrollBack();
listen();
document.addEventListener('visibilitychange', listen);
// An address that is left is not told about.
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', ({ persisted }) => persisted && listen());
