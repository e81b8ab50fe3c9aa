import { describe, expect, it } from 'vitest';
import { lazy, remembered, shared } from '../../src/model/made/remembered.ts';

describe('what is made only once', () => {
  it('a value, when it is first asked for', () => {
    let made = 0;
    const value = lazy(() => ({ number: ++made }));
    expect(made).toBe(0);
    expect([value(), value()]).toEqual([{ number: 1 }, { number: 1 }]);
    expect(value()).toBe(value());
  });

  it('each answer, by its question', () => {
    const asked: string[] = [];
    const length = remembered((text: string) => {
      asked.push(text);
      return text.length;
    });
    expect(['a', 'bcd', 'a', ''].map(length)).toEqual([1, 3, 1, 0]);
    expect([length(''), length('bcd')]).toEqual([0, 3]);
    expect(asked).toEqual(['a', 'bcd', '']);
  });

  it('one thing for all that read alike, the first that came', () => {
    const list = shared((ids: readonly string[]) => ids.join(' '));
    const first = ['empathy', 'mission'];
    expect(list(first)).toBe(first);
    expect(list(['empathy', 'mission'])).toBe(first);
    expect(list(['mission', 'empathy'])).toEqual(['mission', 'empathy']);
    expect(list([])).toEqual([]);
  });
});
