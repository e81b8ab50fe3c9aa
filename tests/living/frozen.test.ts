/** The story of a draft that is planned again near its start: what keeps people out is told by its name. */
import { expect, it } from 'vitest';
import { renderYear } from '../../src/pipeline.ts';
import { textOf } from './text.ts';
import { live } from './year.ts';

const YEAR = `
programme: { name: Draft, starts: 2027-01-04, ends: 2027-03-31, timezone: Europe/London, mantra: One. }
departments:
  shop: { meetings: { team: { day: tue, at: 13:00, minutes: 15, every: fortnight } } }
roles: { seller: { department: shop, heads: 22, customerFacing: true } }
themes: { m: { months: [1, 2, 3] } }
modules:
  huddle: { audience: everyone, format: huddle, minutes: 10, when: { every: fortnight }, themes: [m], voices: [testimonial] }
`;

it('says that the notice period is in the way, until when, and how to plan anew', async () => {
  const first = await live(YEAR, '2027-01-03', undefined, { dated: true });
  const more = YEAR.replace('heads: 22', 'heads: 26');
  const now = await live(more, '2027-01-03', first.plan, { dated: true });
  const [finding] = now.gaps.findings.filter(({ rule }) => rule === 'unscheduled');
  expect(finding!.message).toContain('frozen: within 14 days of 3 January 2027');
  expect(finding!.fix).toContain('cxplan generate --fresh');
  const files = await renderYear(now.model, now, { only: new Set(['md']) });
  const page = textOf(files.find(({ path }) => path.endsWith('departments/shop.md'))!);
  expect(page).toContain('frozen: within 14 days of');
  expect(page).toContain('--fresh');
  // Before the programme nothing has been held: planning afresh follows nothing.
  const fresh = await live(more, '2027-01-03', undefined, { dated: true });
  expect(fresh.plan.unscheduled).toEqual([]);
});
