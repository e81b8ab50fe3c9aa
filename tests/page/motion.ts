/** What moves by itself, or would when it changes. */
import type { Page } from 'playwright-core';

export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((one) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
      })
      .map(({ tagName }) => tagName),
  );
}
