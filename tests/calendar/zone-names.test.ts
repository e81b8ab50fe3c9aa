import { describe, expect, it } from 'vitest';
import { mainName, toUtc } from '../../src/calendar/zone.ts';
import { isZoneName, zoneFault, zoneNames, zonesMeant } from '../../src/calendar/zone-names.ts';

describe('zone names', () => {
  it('are Area/City and UTC, old spellings of a place too', () => {
    const fine = ['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta', 'Europe/Kiev'];
    expect(fine.filter((name) => !isZoneName(name))).toEqual([]);
    const wrong = [
      'BST',
      'IST',
      'EST',
      'PST',
      'MST',
      'CST6CDT',
      'EST5EDT',
      'GB',
      'CET',
      'GMT',
      'Zulu',
      'Etc/UTC',
      'Etc/GMT+5',
    ];
    const more = [
      'US/Pacific',
      'Canada/Atlantic',
      'Mexico/General',
      'Brazil/East',
      'Chile/Continental',
      'Cuba',
      'Singapore',
    ];
    const none = ['europe/london', 'Europe/Leeds', 'Mars/X', '', '+01:00', '__proto__', 'constructor'];
    expect([...wrong, ...more, ...none].filter(isZoneName)).toEqual([]);
    expect(zoneNames().length).toBeGreaterThan(450);
  });

  it('an old spelling is the same clock', () => {
    for (const [old, now] of [
      ['Asia/Calcutta', 'Asia/Kolkata'],
      ['Europe/Kiev', 'Europe/Kyiv'],
    ] as const) {
      for (let wall = 29_000_000; wall < 31_000_000; wall += 99_991)
        expect(toUtc(old, wall)).toEqual(toUtc(now, wall));
    }
    expect(mainName('US/Pacific')).toBe('America/Los_Angeles');
  });

  it.each([
    ['BST', ['Europe/London']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['EST', ['America/New_York']],
    ['EST5EDT', ['America/New_York']],
    ['MST', ['America/Denver', 'America/Phoenix']],
    ['CST6CDT', ['America/Chicago']],
    ['PST8PDT', ['America/Los_Angeles']],
    ['pst', ['America/Los_Angeles']],
    ['GMT', ['UTC', 'Europe/London']],
    ['US/Pacific', ['America/Los_Angeles']],
    ['US/Eastern', ['America/New_York']],
    ['GB', ['Europe/London']],
    ['Cuba', ['America/Havana']],
    ['Etc/UTC', ['UTC']],
    ['europe/london', ['Europe/London']],
    ['London', ['Europe/London']],
    ['new york', ['America/New_York']],
    ['Eurpoe/Berlin', ['Europe/Berlin']],
    ['Europe/Londn', ['Europe/London']],
    ['São Paulo', ['America/Sao_Paulo']],
    // Windows' names, and what it shows beside them.
    ['W. Europe Standard Time', ['Europe/Berlin']],
    ['GMT Standard Time', ['Europe/London']],
    ['Eastern Standard Time', ['America/New_York']],
    [
      '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
      ['Europe/Amsterdam', 'Europe/Berlin', 'Europe/Rome'],
    ],
    ['Teatime', []],
    // Not in the list of IANA, and no city of it is meant.
    ['Munich', []],
    ['Mars/X', []],
    ['Etc/GMT+5', []],
    ['', []],
  ])('%s: %j was meant', async (name, meant) => {
    expect(await zonesMeant(name)).toEqual(meant);
  });

  it('says what is wrong in one sentence', async () => {
    expect(await zoneFault('Europe/London')).toBeUndefined();
    expect(await zoneFault('BST')).toBe(
      '"BST" is no time zone of the form Area/City: did you mean Europe/London?',
    );
    expect(await zoneFault('IST')).toContain('did you mean Asia/Kolkata, Europe/Dublin or Asia/Jerusalem?');
    expect(await zoneFault('UTC+1')).toContain('a difference to UTC knows no summer time');
    expect(await zoneFault('Mars/X')).toContain('write the place, such as Europe/London, or UTC');
  });

  it('everything that may have been meant may be written', async () => {
    const names = 'BST IST EST EDT CST MST PST GMT CET EET WET MSK HST AST NST SAST JST AEST NZST Z'.split(
      ' ',
    );
    const meant = await Promise.all(names.map(zonesMeant));
    expect(meant.flat().filter((name) => !isZoneName(name))).toEqual([]);
    expect(names.filter((_, i) => meant[i]!.length === 0)).toEqual([]);
  });
});
