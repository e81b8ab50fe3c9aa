/** What `generate` tells the page of what was before, and of what would help. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PageData } from '../../src/report/look/types.ts';
import { dataIn } from '../page/pages.ts';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const pageOf = (folder: string): PageData => dataIn(readFileSync(join(folder, 'plan/index.html'), 'utf8'));

it('shows what changed, from when to when and why, as long as the plan stands', async () => {
  const folder = firm();
  await run(['generate', folder, '-q']);
  expect(pageOf(folder).changes).toEqual({ since: '', told: null, agreed: null });
  await run(['publish', folder, '-q']);
  const { sessions } = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8')) as {
    sessions: { facilitator: string | null; start: string }[];
  };
  const day = sessions.findLast(({ facilitator }) => facilitator === 'amira')!.start.slice(0, 10);
  const away = changed('hoursPerWeek: 8 }', `hoursPerWeek: 8, away: [{ from: ${day}, to: ${day} }] }`);
  writeFileSync(join(folder, 'cxplan.yaml'), away['cxplan.yaml']!);
  await run(['generate', folder, '-q']);
  const { told, agreed } = pageOf(folder).changes;
  expect(told?.head[0]).toMatchObject({ kind: 'paragraph', text: expect.stringMatching(/sessions? moved/) });
  const items = told!.departments.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
  );
  expect(items.join('\n')).toMatch(/ → .*Amira is away .* \(cxplan\.yaml:\d+\)/);
  expect(agreed?.departments.map(({ name }) => name)).toEqual(told!.departments.map(({ name }) => name));
  const again = await run(['generate', folder, '--json']);
  expect(JSON.parse(again.out).written).toEqual([]);
});

it('shows patches that were tried, only where somebody asks for that', async () => {
  const folder = firm();
  await run(['generate', folder, '-q']);
  expect(pageOf(folder).findings.some(({ patch }) => patch !== undefined)).toBe(false);
  await run(['generate', folder, '-q', '--patches', '--only', 'html']);
  const patches = pageOf(folder).findings.flatMap(({ patch }) => patch ?? []);
  expect(patches.length).toBeGreaterThan(0);
  for (const text of patches)
    expect(text).toMatch(/: [\d.]+ → [\d.]+ of 100; reaches \d+ (person|people) (for|saving) /);
});
