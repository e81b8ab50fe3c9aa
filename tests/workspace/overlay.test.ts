/** A variant over a workspace: the same as if its values were written there, with every place in its own file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaid } from '../../src/workspace/files/overlay.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { readSource } from '../../src/workspace/read.ts';
import { line, minimal } from '../fixtures.ts';

const read = (text: string, file = 'v.yaml') => readSource(file, text).document!;

async function vary(base: Record<string, string>, variant: string) {
  const loaded = await loadSources(new Map(Object.entries(base)), undefined, [read(variant)]);
  return { ...loaded, said: loaded.diagnostics.map(line) };
}

describe('a variant', () => {
  const base = {
    'cxplan.yaml': minimal({ policy: { groupSize: 10 } }),
    'more.yaml': 'policy: { rules: { no-voice: warn } }\nrooms: { lab: { site: main, seats: 8 } }',
  };

  it('changes, adds and takes away, wherever a thing stands', async () => {
    const { model, said } = await vary(
      base,
      `programme: { mantra: null, success: More of them. }
policy: { groupSize: 12, startEvery: 30, rules: { no-voice: info, no-metric: off } }
rooms: { lab: { seats: 20 }, hall: { site: main, seats: 60 } }
modules: { basics: { minutes: 40 } }
costs: { currency: GBP }
`,
    );
    expect(said.filter((one) => one.includes('error'))).toEqual([]);
    expect(model!.programme).toMatchObject({ mantra: undefined, success: 'More of them.' });
    expect(model!.policy).toMatchObject({ groupSize: 12, startEvery: 30 });
    expect([...model!.policy.rules].map(([id, { severity }]) => [id, severity])).toEqual([
      ['no-metric', 'off'],
      ['no-voice', 'info'],
    ]);
    expect([...model!.rooms.values()].map(({ id, seats }) => [id, seats])).toEqual([
      ['hall', 60],
      ['lab', 20],
    ]);
    expect(model!.modules.get('basics')!.minutes).toBe(40);
    expect(model!.costs!.currency).toBe('GBP');
  });

  it('means what the same words mean in the files', async () => {
    const varied = await vary(base, 'policy: { groupSize: 7 }\nrooms: { lab: null }\n');
    const written = await loadSources(
      new Map([
        ['cxplan.yaml', minimal({ policy: { groupSize: 7 } })],
        ['more.yaml', 'policy: { rules: { no-voice: warn } }'],
      ]),
    );
    expect(varied.inputs).toBe(written.inputs);
    expect(varied.inputs).not.toBe((await loadSources(new Map(Object.entries(base)))).inputs);
  });

  it.each([
    [
      'modules: { basics: { minuts: 3 } }',
      'v.yaml:1:22 error unknown-key: module "basics" has the key "minuts"',
    ],
    ['rooms: { lab: { seats: many } }', 'v.yaml:1:24 error wrong-type: "seats" of room "lab"'],
    [
      'modules:\n  basics: { themes: [misson] }',
      'v.yaml:2:22 error unknown-reference: module "basics" asks for theme "misson"',
    ],
    ['programme: { ends: 2026-01-01 }', 'v.yaml:1:20 error programme-ends-first'],
    ['rooms: { attic: { site: main } }', 'v.yaml:1:10 error missing-key: room "attic"'],
    ['programme: { ends: null }', 'cxplan.yaml:1:1 error missing-key: the programme'],
  ])('is blamed for its own mistakes: %s', async (variant, message) => {
    const { said, model } = await vary(base, variant);
    expect(model).toBeUndefined();
    expect(said.filter((one) => one.includes(' error '))).toEqual([expect.stringContaining(message)]);
  });

  it('replaces a list of a whole section', async () => {
    const waiver = (rule: string) => `{ rule: ${rule}, reason: r, owner: o, until: 2027-06-30 }`;
    const both = { ...base, 'w.yaml': `waivers: [${waiver('no-voice')}, ${waiver('no-metric')}]` };
    const { model } = await vary(both, `waivers: [${waiver('no-outcome')}]`);
    expect(model!.waivers.map(({ rule }) => rule)).toEqual(['no-outcome']);
    expect((await vary(both, 'waivers: null')).model!.waivers).toEqual([]);
  });

  it('is a merge patch (RFC 7396) of the sections', () => {
    const some = fc.oneof(fc.integer(), fc.array(fc.integer(), { maxLength: 2 }));
    const key = fc.constantFrom('a', 'b', 'c');
    const sectionsOf = (leaf: fc.Arbitrary<unknown>) =>
      fc.dictionary(
        fc.constantFrom('rooms', 'modules'),
        fc.dictionary(key, fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf)))),
      );
    const sections = sectionsOf(some);
    const patches = sectionsOf(fc.oneof(some, fc.constant(null)));
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    fc.assert(
      fc.property(sections, sections, patches, (one, two, patch) => {
        const documents = overlaid(
          [read(JSON.stringify(one), '1'), read(JSON.stringify(bare(two, one)), '2')],
          read(JSON.stringify(patch)),
        );
        const all = documents.reduce((sum, { value }) => mergePatch(sum, plain(value)), {} as unknown);
        const wanted = mergePatch(mergePatch(plain(one), plain(bare(two, one))), plain(patch));
        expect(withoutEmpty(all)).toEqual(withoutEmpty(wanted));
      }),
    );
  });
});

/** Entries that another file has not. */
function bare(two: Record<string, object>, one: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(two).map(([section, entries]) => [
      section,
      Object.fromEntries(Object.entries(entries).filter(([id]) => !(id in (one[section] ?? {})))),
    ]),
  );
}

/** As the RFC writes it. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: Record<string, unknown> =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

function withoutEmpty(sections: unknown): unknown {
  return Object.fromEntries(
    Object.entries(sections as object).filter(([, entries]) => Object.keys(entries ?? {}).length > 0),
  );
}
