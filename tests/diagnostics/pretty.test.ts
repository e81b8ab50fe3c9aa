import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { diagnosticsJson } from '../../src/diagnostics/json.ts';
import { pretty } from '../../src/diagnostics/pretty.ts';
import { sanitise } from '../../src/diagnostics/sanitise.ts';

const sources = new Map([['a.yaml', 'seats: 12\nthemes: [emphaty]\n']]);
const one: Diagnostic = {
  code: 'unknown-reference',
  severity: 'error',
  message: 'module "kind-invoices" asks for theme "emphaty", which does not exist',
  at: { file: 'a.yaml', line: 2, column: 10, endColumn: 17 },
  fix: 'did you mean "empathy"? (themes.yaml:9)',
  related: [{ message: 'the theme', at: { file: 'themes.yaml', line: 9, column: 3 } }],
};

describe('pretty', () => {
  test('message, frame, remedy, other side, count', () => {
    expect(pretty([one], sources)).toBe(
      `error unknown-reference: module "kind-invoices" asks for theme "emphaty", which does not exist
  ┌ a.yaml:2:10
 1│ seats: 12
 2│ themes: [emphaty]
  │          ^^^^^^^ did you mean "empathy"? (themes.yaml:9)
  themes.yaml:9:3: the theme

1 error
`,
    );
  });

  test('nothing for nothing', () => expect(pretty([], sources)).toBe(''));

  test('the first fifty, all counted', () => {
    const many = [
      ...Array(70).fill(one),
      { ...one, severity: 'warn' as const },
      { ...one, severity: 'info' as const },
    ];
    const text = pretty(many, sources);
    expect(text.match(/unknown-reference/g)).toHaveLength(50);
    expect(text).toMatch(/\n\n70 errors, 1 warning, 1 info; the first 50 are shown\n$/);
    expect(
      pretty(many, sources, { limit: Number.POSITIVE_INFINITY }).match(/unknown-reference/g),
    ).toHaveLength(72);
  });

  test('a cycle of 3,000 shows its two ends', () => {
    const related = Array.from({ length: 3000 }, (_, i) => ({ message: `step ${i}` }));
    const text = pretty([{ ...one, related }], sources);
    expect(text.split('\n').length).toBeLessThan(60);
    expect(text).toContain('step 19\n  … 2960 more …\n  step 2980\n');
  });

  test('text from files cannot steer the terminal or begin a line', () => {
    const evil = '\u001b]0;owned\u0007\r\n::set-output name=x::y\n##vso[task]\u202e\u009b31m';
    const text = pretty(
      [
        { ...one, message: evil, fix: evil, related: [{ message: evil }] },
        { code: 'x', severity: 'warn', message: evil, fix: evil },
      ],
      new Map([['a.yaml', `x\n${evil}`]]),
    );
    expect(text.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e]/);
    expect(text).not.toMatch(/^(?:::|##vso)/m);
    expect(text).toContain('\\u{1b}]0;owned\\u{7}\\u{d}\\u{a}::set-output');
  });

  test('colours come from the painter alone', () => {
    expect(pretty([one], sources, { paint: new Chalk({ level: 1 }) })).toContain('\u001b[31m');
    expect(pretty([one], sources)).not.toContain('\u001b');
  });
});

describe('json', () => {
  test('counts, and every diagnostic whole', () => {
    expect(JSON.parse(diagnosticsJson([one, { ...one, severity: 'warn' }]))).toEqual({
      valid: false,
      errors: 1,
      warnings: 1,
      diagnostics: [one, { ...one, severity: 'warn' }],
    });
    expect(JSON.parse(diagnosticsJson([]))).toEqual({ valid: true, errors: 0, warnings: 0, diagnostics: [] });
  });

  test('the same data, with nothing raw that steers', () => {
    const message = 'a\u009b31m\u202eb\u2028\u007f\n\u{1f600}';
    const text = diagnosticsJson([{ ...one, message }]);
    expect(text).not.toMatch(/[\x7f-\x9f\u202e\u2028]/);
    expect(JSON.parse(text).diagnostics[0].message).toBe(message);
  });
});

test('sanitise leaves every language alone', () => {
  const text = 'Grüße 東京 عربى ไทย 😀 👩‍👩‍👧 a\u0301';
  expect(sanitise(text)).toBe(text);
  expect(sanitise('\ud800')).toBe('\\u{d800}');
});
