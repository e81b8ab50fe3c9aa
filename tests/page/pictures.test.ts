/** README's pictures show the page and the firm as they are: `node scripts/pictures.mjs` after `npm run build` takes them anew. */
import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

it('are of the page as it is, small, and said in words', async () => {
  const { shownHash } = (await import('../../scripts/pictures.mjs' as string)) as { shownHash: () => string };
  const readme = readFileSync('README.md', 'utf8');
  for (const name of ['start', 'wall-planner']) {
    expect(statSync(`docs/pictures/${name}.webp`).size).toBeLessThan(100_000);
    expect(readme).toMatch(new RegExp(`!\\[[^\\]]{20,}\\]\\(docs/pictures/${name}\\.webp\\)`));
  }
  expect(readFileSync('docs/pictures/shown.txt', 'utf8').trim()).toBe(shownHash());
});
