import { describe, expect, it } from 'vitest';
import { Pieces } from '../../../src/render/ics/pieces.ts';

describe('Pieces', () => {
  it.each([0, 1, 1023, 1024, 1025, 5000])('%i events come back as they were, by number', (count) => {
    const pieces = new Pieces(count);
    const texts = Array.from({ length: count }, (_, i) => `event ${i} ${'ä'.repeat(i % 7)}\r\n`);
    for (const text of texts) pieces.add(text);
    expect(texts.map((_, number) => pieces.at(number).toString())).toEqual(texts);
    expect(texts.map((_, number) => pieces.octetsOf(number))).toEqual(
      texts.map((text) => Buffer.byteLength(text)),
    );
  });

  it('one may be larger than all others together', () => {
    const pieces = new Pieces(3);
    const texts = ['a', 'ä'.repeat(2_000_000), 'b'];
    for (const text of texts) pieces.add(text);
    expect(texts.map((_, number) => pieces.at(number).toString())).toEqual(texts);
  });
});
