/** Walks a view by keys alone. */
import type { Page } from 'playwright-core';

interface Walk {
  readonly reached: Set<Element>;
  isOut: boolean;
}

/** What can be worked with a mouse and Tab does not reach, but for cells that arrows reach; a trap is what Tab does not leave. */
async function unreached(page: Page): Promise<string[]> {
  const stops = await page.evaluate(() => {
    const walk: Walk = { reached: new Set(), isOut: false };
    Object.assign(globalThis, { walk });
    const first = document.querySelector<HTMLElement>('.skip')!;
    (document.activeElement as HTMLElement | null)?.blur();
    first.focus();
    document.addEventListener('focusin', ({ target }) => {
      walk.reached.add(target as Element);
      // From the last stop Tab goes to the browser's own controls, or round to the first.
      if (target === first) walk.isOut = true;
    });
    document.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget === null) walk.isOut = true;
    });
    walk.reached.add(first);
    const all = document.querySelectorAll<HTMLElement>('a,button,select,input,summary,[tabindex="0"]');
    return [...all].filter((one) => one.tabIndex === 0 && one.checkVisibility()).length;
  });
  await Promise.all(Array.from({ length: stops }, () => page.keyboard.down('Tab')));
  await page.keyboard.up('Tab');
  return page.evaluate(() => {
    const { reached, isOut } = (globalThis as unknown as { walk: Walk }).walk;
    const all = [...document.querySelectorAll<HTMLElement>('a[href],button,select,input,summary')];
    const left = all
      .filter((one) => one.checkVisibility() && !reached.has(one))
      .filter((one) => !(one.tabIndex === -1 && one.closest('.planner tbody td, .heat tbody td')))
      .map((one) => one.outerHTML.slice(0, 120));
    return isOut ? left : [...left, `Tab is kept at ${document.activeElement?.outerHTML.slice(0, 120)}`];
  });
}

/** Cells of tables that arrows do not reach from the one that Tab reaches. */
export function cellsUnreached(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    for (const body of document.querySelectorAll('.planner tbody, .heat tbody')) {
      const links = [...body.querySelectorAll<HTMLElement>('td a')];
      const stops = links.filter(({ tabIndex }) => tabIndex === 0);
      if (links.length > 0 && stops.length !== 1) wrong.push(`${stops.length} stops`);
      const seen = new Set<Element>();
      const todo = [...stops];
      for (let from = todo.pop(); from; from = todo.pop()) {
        if (seen.has(from)) continue;
        seen.add(from);
        for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
          from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          todo.push(document.activeElement as HTMLElement);
        }
      }
      wrong.push(...links.filter((one) => !seen.has(one)).map((one) => one.outerHTML.slice(0, 120)));
    }
    return wrong;
  });
}

/** Both of a view. */
export async function notByKeys(page: Page): Promise<string[]> {
  return [...(await unreached(page)), ...(await cellsUnreached(page))];
}
