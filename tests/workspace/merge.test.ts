/** Merging: twins, torn files, and what may still be said about the rest of a workspace. */
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/workspace/yaml/canonical.ts';
import { diagnosticsOf, minimal } from '../fixtures.ts';

describe('ids', () => {
  it('that differ only by capitals are twins, over files too', async () => {
    const found = await diagnosticsOf({
      'a.yaml': minimal(),
      'b.yaml': 'themes: { Mission: { months: [2] } }',
    });
    const twin = found.find(({ code }) => code === 'twin-id');
    expect(twin!.message).toBe('theme "Mission" differs from "mission" (a.yaml:20) only by its capitals');
    expect(twin!.related![0]!.at!.file).toBe('a.yaml');
  });

  it('of different sections may be the same', async () => {
    expect(
      await diagnosticsOf(minimal({ audiences: { basics: 'everyone' }, themes: { basics: {} } })),
    ).toEqual([]);
  });
});

describe('a torn or bent part', () => {
  const also = { modules: { basics: { when: { by: '2028-02-05' } } } };

  it('does not hide what is wrong elsewhere', async () => {
    const text = `${minimal(also)}voices:\n  call: { type: recording, type: guest }\n`;
    expect((await diagnosticsOf(text)).map(({ code }) => code)).toEqual([
      'window-outside-programme',
      'duplicate-key',
    ]);
  });

  it('is not called missing', async () => {
    const bent = minimal({ ...also, themes: ['mission'] });
    expect((await diagnosticsOf(bent)).map(({ code }) => code)).not.toContain('unknown-reference');
    const torn = minimal(also).replace(
      '      checkout:',
      '      checkout: { owner: colleague }\n      checkout:',
    );
    const found = await diagnosticsOf(`${torn}metrics: { nps: { stages: [buy] } }\n`);
    expect(found.map(({ code }) => code)).toEqual(['duplicate-key', 'window-outside-programme']);
  });
});

describe('canonical', () => {
  it('spells equal content equally and different content differently', () => {
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    expect(
      canonical(
        new Map([
          ['b', 1],
          ['a', 2],
        ]),
      ),
    ).toBe('{"a":2,"b":1}');
    expect(canonical('1')).not.toBe(canonical(1));
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});
