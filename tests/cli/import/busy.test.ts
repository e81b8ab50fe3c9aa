/** `cxplan import busy`: ranges without titles, refreshed by the same command, hand-written ones kept. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { firm } from '../folder.ts';
import { run } from '../host.ts';

const calendar = (day: string) =>
  `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Dentist\nDTSTART;TZID=GMT Standard Time:${day}T100000\nDTEND;TZID=GMT Standard Time:${day}T113000\nEND:VEVENT\nEND:VCALENDAR\n`;

it('writes, refreshes and takes away only what it wrote', async () => {
  const folder = firm();
  const away = () => parse(readFileSync(join(folder, 'cxplan.yaml'), 'utf8')).facilitators.amira.away;
  const own = away() ?? [];
  const load = async (text: string, ...flags: string[]) => {
    writeFileSync(join(folder, 'amira.ics'), text);
    return run(['import', 'busy', 'amira.ics', '.', ...flags], { cwd: folder });
  };
  const dry = await load(calendar('20270622'));
  expect(dry.code).toBe(0);
  const range = { from: '2027-06-22', to: '2027-06-22', hours: '10:00-11:30', reason: 'Busy (calendar)' };
  expect(parse(dry.out)).toEqual({ facilitators: { amira: { away: [range] } } });
  expect(away() ?? []).toEqual(own);
  await load(calendar('20270622'), '--write');
  expect(away()).toEqual([...own, range]);
  expect((await load(calendar('20270622'), '--write')).err).toContain('Nothing had to be written.');
  const moved = await load(calendar('20270623'), '--write');
  expect(away()).toEqual([...own, { ...range, from: '2027-06-23', to: '2027-06-23' }]);
  expect(dry.out + dry.err + moved.out + moved.err).not.toContain('Dentist');
  expect((await load('hello', '--write')).code).toBe(1);
  writeFileSync(join(folder, 'someone.ics'), calendar('20270622'));
  const who = await run(['import', 'busy', 'someone.ics', '.'], { cwd: folder });
  expect([who.code, who.err]).toEqual([2, expect.stringContaining('Say --for')]);
});
