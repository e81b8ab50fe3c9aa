/** Variants of the command line: what is understood, and what is refused. */
import { describe, expect, it } from 'vitest';
import { variantOfSettings, variantsOfSweep } from '../../src/scenarios/settings.ts';

const names = (text: string) => variantsOfSweep(text).map(({ name }) => name);

describe('a setting', () => {
  it('becomes a value at its path, as it would be typed in a file', () => {
    const { name, documents } = variantOfSettings(['departments.stores.maxAway=12%', 'policy.groupSize = 8']);
    expect(name).toBe('maxAway 12%, groupSize 8');
    expect(JSON.parse(JSON.stringify(documents!.map(({ value }) => value)))).toEqual([
      { departments: { stores: { maxAway: '12%' } } },
      { policy: { groupSize: 8 } },
    ]);
    expect(variantOfSettings(['rooms.lab={ site: leeds, seats: 9 }']).documents![0]!.value).toMatchObject({
      rooms: { lab: { site: 'leeds', seats: 9 } },
    });
  });

  it.each([
    ['departments.stores.maxAway', /has no =/],
    ['=3', /no path of keys/],
    ['a..b=3', /no path of keys/],
    ['policy=3', /whole section/],
    ['policy.groupSize=', /no value/],
    ['policy.groupSize=3\nmodules: {}', /no value/],
  ])('%s is refused', (text, why) => {
    expect(() => variantOfSettings([text])).toThrow(why);
  });

  it('with a value that is no YAML has its mistakes told', () => {
    const { documents, diagnostics } = variantOfSettings(['policy.groupSize={ 3']);
    expect(documents).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ severity: 'error', at: { file: '--set policy.groupSize={ 3' } });
  });
});

describe('a sweep', () => {
  it('goes in round steps, or in those that are said', () => {
    expect(names('a.b=8%..20%')).toEqual(['b 8%', 'b 10%', 'b 12%', 'b 14%', 'b 16%', 'b 18%', 'b 20%']);
    expect(names('a.b=8%..20%:6%')).toEqual(['b 8%', 'b 14%', 'b 20%']);
    expect(names('a.b=2 people..5 people')).toEqual(['b 2 people', 'b 3 people', 'b 4 people', 'b 5 people']);
    expect(names('a.b=90..30:30')).toEqual(['b 90', 'b 60', 'b 30']);
    expect(names('a.b=0.1..0.3:0.1')).toEqual(['b 0.1', 'b 0.2', 'b 0.3']);
    expect(names('a.b=5..5')).toEqual(['b 5']);
    expect(names('a.b=10..65')).toEqual(['b 10', 'b 20', 'b 30', 'b 40', 'b 50', 'b 60']);
  });

  it.each([
    ['a.b=8%', /no range/],
    ['a.b=x..y', /no range/],
    ['a.b=1..9:z', /no range/],
    ['a.b=1..900:1', /more than 60 steps/],
    ['a.b=1..9:0', /more than 60 steps/],
  ])('%s is refused', (text, why) => {
    expect(() => variantsOfSweep(text)).toThrow(why);
  });
});
