import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/render/json.ts';

const whole = (document: object) => [...renderJson(document)()].join('');

describe('renderJson', () => {
  it('writes data as JSON.stringify does, whatever is in it', () => {
    const data = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(fc.property(data, (value) => whole(value) === `${JSON.stringify(value, null, 2)}\n`));
  });

  it('leaves out what is undefined', () => {
    expect(whole({ a: undefined, b: { c: undefined }, d: [{ e: undefined, f: 1 }] })).toBe(
      `${JSON.stringify({ b: {}, d: [{ f: 1 }] }, null, 2)}\n`,
    );
  });

  it('comes in a piece for each entry of a list, so that no text is as long as the document', () => {
    const findings = Array.from({ length: 100 }, (_, id) => ({ id, text: 'x'.repeat(100) }));
    const longest = Math.max(...[...renderJson({ findings })()].map(({ length }) => length));
    expect(longest).toBeLessThan(200);
  });

  it('hands on what makes its own text', () => {
    expect([...renderJson(() => ['{', '}'])()]).toEqual(['{', '}']);
  });
});
