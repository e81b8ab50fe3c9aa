import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSource } from '../../src/workspace/read.ts';
import { growth, NEARLY_LINEAR } from '../growth.ts';

function read(text: string) {
  const { document, diagnostics } = readSource('a.yaml', text);
  return {
    value: document && JSON.parse(JSON.stringify(document.value)),
    document,
    wrong: diagnostics.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`),
  };
}

describe('values', () => {
  test('YAML 1.2 core: yes, times and dates are text, numbers in every notation are numbers', () => {
    const { value, wrong } = read(
      'a: yes\nb: 09:30\nc: 2027-01-04\nd: 0x1F\ne: 1e3\nf: ~\ng: true\nh: 010\n',
    );
    expect(value).toEqual({ a: 'yes', b: '09:30', c: '2027-01-04', d: 31, e: 1000, f: null, g: true, h: 10 });
    expect(wrong).toEqual([]);
  });

  test('an empty file and one of comments hold nothing', () => {
    for (const text of ['', '# nothing\n', '---\n', '\n\n'])
      expect(read(text)).toMatchObject({ value: {}, wrong: [] });
  });

  test('maps have no prototype, so that no key is inherited', () => {
    const { document } = read('roles: {}\n');
    expect(Object.getPrototypeOf(document?.value)).toBeNull();
    expect(Object.getPrototypeOf(document?.value.roles)).toBeNull();
  });

  test('__proto__ reaches no object', () => {
    const { wrong } = read('a: { __proto__: { polluted: true }, constructor: 1, prototype: 2 }\n');
    expect(wrong).toEqual(['reserved-key 1:6', 'reserved-key 1:37', 'reserved-key 1:53']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('what the yaml library reads, we read alike', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.jsonValue({ maxDepth: 3 })), (data) => {
        const text = JSON.stringify(data);
        if (/"(?:__proto__|constructor|prototype|<<)":/.test(text)) return;
        expect(read(text).value).toEqual(JSON.parse(JSON.stringify(parse(text))));
      }),
      { numRuns: 200 },
    );
  });
});

describe('places', () => {
  const text =
    'modules:\n  kind-invoices:\n    themes: [emphaty, "b c"]\n    minutes:\n    deep: { a: { b: 1 } }\n';

  test.each([
    [['modules', 'kind-invoices', 'themes', 0], undefined, 3, 14, 21],
    [['modules', 'kind-invoices', 'themes', 1], undefined, 3, 23, 28],
    [['modules', 'kind-invoices', 'themes'], { key: true }, 3, 5, 11],
    [['modules', 'kind-invoices'], { key: true }, 2, 3, 16],
    [['modules', 'kind-invoices', 'minutes'], undefined, 4, 5, 12],
    [['modules', 'kind-invoices', 'deep', 'a', 'b'], undefined, 5, 21, 22],
  ] as const)('%j', (pointer, options, line, column, endColumn) => {
    expect(read(text).document?.locate(pointer, options)).toEqual({
      file: 'a.yaml',
      line,
      column,
      endColumn,
    });
  });

  test('what is not there has the place of its nearest parent', () => {
    const { document } = read(text);
    expect(document?.locate(['modules', 'kind-invoices', 'room', 'features'])).toMatchObject({
      line: 2,
      column: 3,
    });
    expect(document?.locate(['rooms'])).toMatchObject({ line: 1, column: 1 });
  });

  test('through an alias to the value that it stands for', () => {
    const { document } = read('a: &x\n  b: 1\nc: *x\n');
    expect(document?.locate(['c', 'b'])).toMatchObject({ line: 2, column: 6 });
  });

  test('a byte order mark and CRLF change neither values nor places', () => {
    const marked = read(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(marked.value).toEqual(read(text).value);
    for (const pointer of [['modules'], ['modules', 'kind-invoices', 'themes', 1]] as const) {
      expect(marked.document?.locate(pointer)).toEqual(read(text).document?.locate(pointer));
    }
  });

  test('CRLF inside block and quoted text is a line feed', () => {
    expect(read('a: |\r\n  x\r\n  y\r\nb: "x\r\n  y"\r\n').value).toEqual({ a: 'x\ny\n', b: 'x y' });
  });

  test('scalars as they are written', () => {
    const { document } = read('a: 9007199254740993\nb: yes\nc: [1]\n');
    expect([document?.written(['a']), document?.written(['b']), document?.written(['c'])]).toEqual([
      '9007199254740993',
      'yes',
      undefined,
    ]);
  });
});

describe('hostile text', () => {
  test.each([
    ['open brackets', (n: number) => '['.repeat(n), /^too-deep 1:67$/],
    ['open braces', (n: number) => '{a: '.repeat(n), /^too-deep/],
    ['a list in a list in a list', (n: number) => '- '.repeat(n), /^too-deep/],
    ['nothing but quotes', (n: number) => '"a" '.repeat(n), /^syntax 1:/],
    ['nothing but blank lines', (n: number) => '\n'.repeat(8 * n), /^file-too-large 100001:1$/],
    ['one list of very many items', (n: number) => `a: [${'x,'.repeat(2 * n)}]`, /^too-many-items 1:/],
    [
      'one map of very many keys',
      (n: number) => `a:\n${Array.from({ length: n / 4 }, (_, i) => `  k${i}: 1`).join('\n')}`,
      /^too-many-items 10003:3$/,
    ],
  ] as const)('%s: refused, and the cost grows no faster than the text', async (_, text, expected) => {
    expect(read(text(240_000)).wrong[0]).toMatch(expected);
    expect(await growth((n) => read(text(n)), 30_000)).toBeLessThan(NEARLY_LINEAR);
  });

  test('deep block maps', () => {
    const text = Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(read(text).wrong[0]).toMatch(/^too-deep/);
  });
  test('64 levels are fine', () => {
    expect(read(`a: ${'['.repeat(60)}${']'.repeat(60)}`).wrong).toEqual([]);
  });

  test('10,000 keys in one map are fine', () => {
    const text = `a:\n${Array.from({ length: 10_000 }, (_, i) => `  k${i}: 1`).join('\n')}\n`;
    expect(read(text).wrong).toEqual([]);
  });

  test('a billion laughs', () => {
    const levels = 'abcdefghij'.split('');
    const text = levels
      .map(
        (name, i) =>
          `${name}: &${name} [${Array(9)
            .fill(i === 0 ? 'x' : `*${levels[i - 1]}`)
            .join(', ')}]`,
      )
      .join('\n');
    expect(read(text).wrong).toEqual(['alias-bomb 6:8']);
  });

  test('one anchor used 5,000 times', () => {
    expect(read(`a: &x { b: 1 }\nc: [${Array(5000).fill('*x').join(', ')}]`).wrong).toEqual([]);
  });

  test('an alias to what contains it', () => expect(read('a: &a [*a]').wrong).toEqual(['alias-cycle 1:8']));

  test.each([
    ['NUL', 'a: 1\nb: \0\n', 'not-utf8 2:4'],
    ['ESC', 'a: \u001b[31m\n', 'not-utf8 1:4'],
    ['C1', 'a: \u009b\n', 'not-utf8 1:4'],
    ['a lone CR', 'a: 1\rb: 2\n', 'not-utf8 1:5'],
    ['DEL', '\u007f', 'not-utf8 1:1'],
  ])('%s as a raw character', (_, text, expected) => expect(read(text).wrong).toEqual([expected]));

  test('any text at all gives values or a message with a place, and never throws', () => {
    const piece = fc.constantFrom(
      ...'abc:{}[]-,"\'\n \t#&*!|>%@`?~01'.split(''),
      '<<: ',
      '---\n',
      '\n  ',
      ': ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { document, diagnostics } = readSource('a.yaml', pieces.join(''));
        expect(document !== undefined || diagnostics.length > 0).toBe(true);
        for (const { at, message } of diagnostics) {
          expect(at?.line).toBeGreaterThan(0);
          expect(at?.column).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
