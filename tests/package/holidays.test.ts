/** The holidays of the bundle, which leaves out what the library loads in vain, beside those of the library itself. */
import { join } from 'node:path';
import Library from 'date-holidays';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { root } from './build.ts';

type Calendar = typeof Library;
/** Every way to reckon: the moon of China, Korea and Vietnam, equinoxes by offset and by zone, Bengal, Easter, Islam, Iran, Jews. */
const COUNTRIES = ['BD', 'CL', 'CN', 'GB', 'GR', 'HK', 'IL', 'IR', 'JP', 'KR', 'MY', 'SG', 'TW', 'US', 'VN'];
let Ours: Calendar;

beforeAll(async () => {
  const { holidayLibrary } = await import(join(root, 'scripts/holiday-library.mjs'));
  const { plugin } = await holidayLibrary(root);
  const { outputFiles } = await build({
    stdin: { contents: "export { default } from 'date-holidays'", resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [plugin],
  });
  const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
  ({ default: Ours } = await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`));
});

it('knows the same countries, states and regions by the same names', () => {
  expect(new Ours().getCountries()).toEqual(new Library().getCountries());
  expect(new Ours().getStates('US')).toEqual(new Library().getStates('US'));
  expect(new Ours().getRegions('DE', 'BY')).toEqual(new Library().getRegions('DE', 'BY'));
});

it.each(COUNTRIES)('has the same days in %s', (country) => {
  const told = (Calendar: Calendar) => {
    const calendar = new Calendar(country, '', '', { timezone: 'UTC' });
    return [2026, 2027, 2031].flatMap((year) => calendar.getHolidays(year));
  };
  expect(told(Library).length).toBeGreaterThan(9);
  expect(told(Ours)).toEqual(told(Library));
});

it('says so when it is asked in another zone than UTC', () => {
  const dublin = new Ours('IE', '', '', { timezone: 'Europe/Dublin' });
  expect(() => dublin.getHolidays(2027)).toThrow('asked for in UTC');
});
