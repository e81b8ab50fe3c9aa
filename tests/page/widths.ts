/** Whether a view stays within its width. */
import type { Page } from 'playwright-core';

/** What is wider than the window or runs out of its own box, where nothing scrolls. Themes above the wall planner are cut after two lines. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} of ${clientWidth}`);
    for (const one of document.querySelectorAll<HTMLElement>(
      'header *, search *, main *, footer *, dialog *',
    )) {
      if (
        one.matches('.wide, .wide > .stages, .months em, .vh, .views ul, select, option, input, svg *') ||
        !one.checkVisibility()
      )
        continue;
      const run = one.scrollWidth - one.clientWidth;
      if (one.clientWidth > 0 && run > 1) wrong.push(`${run} px: ${one.outerHTML.slice(0, 160)}`);
    }
    return wrong;
  });
}
