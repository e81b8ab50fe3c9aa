/** The globs of `programme.include`, beside a general library on patterns that are harmless there. */
import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { type Glob, parseGlob } from '../../src/workspace/files/glob.ts';

const matches = (pattern: string, path: string) => (parseGlob(pattern) as Glob).matches(path);

describe('what a glob means', () => {
  it.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'x/a.yaml', false],
    ['./*.yaml', 'a.yaml', true],
    ['departments/**/*.yaml', 'departments/a.yaml', true],
    ['departments/**/*.yaml', 'departments/n/w/a.yaml', true],
    ['**', 'n/w/a.yaml', true],
    ['**/a.yaml', 'a.yaml', true],
    ['{a,b/c}.yaml', 'b/c.yaml', true],
    ['ward-[a-cx].yaml', 'ward-b.yaml', true],
    ['ward-[a-cx].yaml', 'ward-d.yaml', false],
    ['caf?.yaml', 'café.yaml', true],
    ['?.yaml', '🌱.yaml', true],
    ['*a*b*.yaml', 'xxaxxbxaxx.yaml', true],
    ['*a*b*.yaml', 'xxbxxaxx.yaml', false],
    ['$+^.yaml', '$+^.yaml', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  const name = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.'), minLength: 1, maxLength: 4 });
  const inName = fc.oneof(name, fc.constantFrom('*', '?', '[ab]', '{a,b}', '{ab,b-}'));
  const segment = fc.oneof(
    { weight: 4, arbitrary: fc.array(inName, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.constant('**') },
  );
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 4 });

  it('is what picomatch says, for short patterns of these signs', () => {
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 3 }),
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        (segments, names) => {
          const [pattern, path] = [segments.join('/'), names.join('/')];
          const glob = parseGlob(pattern);
          // Several ** or stars in a row, and a last **, mean other things from library to library.
          fc.pre(!('why' in glob) && !/\*\*\/\*\*|.\*\*$|\*[^/]*\*\*|[^/.]\.{2}|^\.|\/\./.test(pattern));
          expect([pattern, path, glob.matches(path)]).toEqual([
            pattern,
            path,
            picomatch(pattern, { dot: true })(path),
          ]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['a\\b.yaml', 'backslash'],
    ['!(a).yaml', '( )'],
    ['+(a|b).yaml', '( )'],
    ['!a.yaml', 'leaves files out'],
    ['[!a].yaml', 'other characters'],
    ['[^a].yaml', 'other characters'],
    ['[a.yaml', 'without its ]'],
    ['[].yaml', 'nothing'],
    ['{a,b.yaml', 'brace'],
    ['a}.yaml', 'brace'],
    ['{a}b}.yaml', 'brace'],
    ['{a,{b,c}}.yaml', 'braces inside braces'],
    ['a**.yaml', 'folder of its own'],
    ['**a/b.yaml', 'folder of its own'],
    ['***', 'folder of its own'],
    ['**/**/**/**', 'more than 3'],
    ['*-*-*-*-*-*-*-*-*-*-*', 'more than 10'],
    ['{a,b}{a,b}{a,b}{a,b}.yaml', 'more than 10 patterns'],
  ])('%s: %s', (pattern, why) => {
    expect(parseGlob(pattern)).toMatchObject({ why: expect.stringContaining(why) });
  });

  it('every text is either a glob or refused, and no glob looks at a name more often than its length allows', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab*?[]{},!()|\\/-.'), maxLength: 40 });
    fc.assert(
      fc.property(text, (pattern) => {
        const glob = parseGlob(pattern);
        if ('why' in glob) expect(glob.to).toBeGreaterThan(glob.from);
        else expect(typeof glob.matches('a/b/ab-ab.yaml')).toBe('boolean');
      }),
    );
  });
});
