/** What axe cannot judge: signs and numbers on the colours of heat maps, on hatching, and text on every ground, by WCAG 2.2. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readdirSync('src/page/style')
  .map((name) => readFileSync(`src/page/style/${name}`, 'utf8'))
  .join('\n');

/** Custom properties of a rule. */
function palette(rule: RegExp): Map<string, string> {
  const [, body = ''] = rule.exec(css) ?? [];
  return new Map(
    [...body.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
  );
}

const LIGHT = palette(/^:root \{([^}]*)\}/m);
const DARK = palette(/:root\[data-look="dark"\] \{([^}]*)\}/);
const SYSTEM_DARK = palette(/:root:not\(\[data-look="light"\]\) \{([^}]*)\}/);
const PRINT = palette(/:root:root:root \{([^}]*)\}/);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Text and its ground, at 4.5 to 1. */
const TEXTS: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'accent', 'bad', 'warn', 'good'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'card'] as const,
  ]),
  ['accent-ink', 'accent'],
  ...[0, 1, 2, 3].map((step) => ['h-low', `h${step}`] as const),
  ...[4, 5].map((step) => ['h-high', `h${step}`] as const),
  ['c-low', 'c1'],
  ...[2, 3, 4, 5].map((step) => ['c-high', `c${step}`] as const),
];
/** Lines and bars that mean something, at 3 to 1. */
const GRAPHICS: readonly (readonly [string, string])[] = [
  ['strong', 'card'],
  ['accent', 'card'],
  ['accent', 'line'],
  ['bad', 'card'],
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
  ['print', PRINT],
])('the colours of %s', (name, colours) => {
  it.each(TEXTS)('let %s be read on %s', (text, ground) => {
    if (name === 'print' && !colours.has(text)) return expect(text).toBe('accent-ink');
    expect(contrast(colours.get(text)!, colours.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(GRAPHICS)('let %s be told from %s', (shape, ground) => {
    expect(contrast(colours.get(shape)!, colours.get(ground)!)).toBeGreaterThanOrEqual(3);
  });
});

it('are the same whether the system or the reader wants it dark', () => {
  expect(SYSTEM_DARK.size).toBeGreaterThan(20);
  expect(Object.fromEntries(DARK)).toEqual(Object.fromEntries(SYSTEM_DARK));
});
