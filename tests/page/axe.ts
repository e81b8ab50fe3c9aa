/** What axe-core says of what a page shows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Faults of access that axe finds; and of what it cannot judge, which rules. */
export async function axe(
  page: Page,
  rules?: string[],
): Promise<{ violations: string[]; incomplete: string[] }> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const { violations, incomplete } = await (
      globalThis as unknown as {
        axe: {
          run: (options: object) => Promise<Record<string, { id: string; nodes: { html: string }[] }[]>>;
        };
      }
    ).axe.run({ ...(only && { runOnly: only }), resultTypes: ['violations', 'incomplete'] });
    return {
      violations: violations!.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .slice(0, 3)
            .join(' ')}`,
      ),
      incomplete: incomplete!.map(({ id }) => id),
    };
  }, rules);
}

/** The same in light, with every rule, and in dark, which has the same elements in other colours. */
export async function axeInBoth(page: Page, view: string): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations, incomplete } = await axe(page, scheme === 'dark' ? ['color-contrast'] : undefined);
    found.push(...violations.map((text) => `${view}, ${scheme}: ${text}`));
    // Contrast on hatching and of single signs is beyond axe: another test reckons it.
    found.push(
      ...incomplete
        .filter((id) => id !== 'color-contrast')
        .map((id) => `${view}, ${scheme}: undecided ${id}`),
    );
  }
  return found;
}
