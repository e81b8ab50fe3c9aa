/**
 * Variants from the command line: `departments.stores.maxAway=12%` sets one value, `…=8%..20%` tries several. Each
 * becomes the text of a file, so that it is checked and told like any other.
 */
import { together, type Variant, variantOf } from '../workspace/variants.ts';

/** Why a setting cannot be understood: one line for people. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Most variants of one sweep. */
const MOST = 60;
/** About so many steps, where none is said. */
const USUAL = 6;

/** One variant of several settings. @throws SettingError */
export function variantOfSettings(settings: readonly string[]): Variant {
  const parts = settings
    .map(parse)
    .map((one) => variantOf(settingName(one), `--set ${textOf(one)}`, yamlOf(one)));
  return together(parts);
}

/** One variant for each step of `path=from..to` or `path=from..to:step`. @throws SettingError */
export function variantsOfSweep(text: string): Variant[] {
  const { path, value } = parse(text);
  return stepsOf(value).map((step) => {
    const one = { path, value: step };
    return variantOf(settingName(one), `--sweep ${textOf(one)}`, yamlOf(one));
  });
}

interface Setting {
  readonly path: readonly string[];
  readonly value: string;
}

function settingName({ path, value }: Setting): string {
  return `${path.at(-1)} ${value}`;
}

function textOf({ path, value }: Setting): string {
  return `${path.join('.')}=${value}`;
}

function parse(text: string): Setting {
  const at = text.indexOf('=');
  const [path, value] = [text.slice(0, at).trim().split('.'), text.slice(at + 1).trim()];
  const example = 'departments.stores.maxAway=12%';
  if (at === -1) throw new SettingError(`'${text}' has no =: write a path and a value, such as ${example}`);
  if (path.some((key) => !/^[A-Za-z0-9_-]+$/.test(key)))
    throw new SettingError(`'${path.join('.')}' is no path of keys with points between, such as ${example}`);
  if (path.length < 2)
    throw new SettingError(`'${path[0]}' is a whole section: go on to a key, such as ${example}`);
  if (value === '' || /[\n\r]/.test(value))
    throw new SettingError(`'${text}' has no value after the =; null takes a key away`);
  return { path, value };
}

/** `a:\n  b:\n    c: value\n`; the value as it would be typed in a file. */
function yamlOf({ path, value }: Setting): string {
  return `${path.map((key, depth) => `${'  '.repeat(depth)}${key}:`).join('\n')} ${value}\n`;
}

const NUMBER = /^(-?\d{1,9}(?:\.\d{1,4})?)( ?[^\d\s].*)?$/;

/** `8%..20%` → 8%, 10%, …, 20%; `2 people..5 people`; `30..60:15`. */
function stepsOf(text: string): string[] {
  const [, from, to, by] = /^(.+?)\.\.(.+?)(?::(.+))?$/.exec(text) ?? [];
  const [first, last] = [NUMBER.exec(from?.trim() ?? ''), NUMBER.exec(to?.trim() ?? '')];
  const step = by === undefined ? undefined : NUMBER.exec(by.trim());
  if (!first || !last || step === null)
    throw new SettingError(`'${text}' is no range: write from..to, such as 8%..20%, or from..to:step`);
  const [low, high] = [Number(first[1]), Number(last[1])];
  const each = step
    ? Math.abs(Number(step[1]))
    : usualStep(Math.abs(high - low), Number.isInteger(low) && Number.isInteger(high));
  const count = each > 0 ? Math.floor(Math.abs(high - low) / each + 1e-9) + 1 : low === high ? 1 : Infinity;
  if (count > MOST) throw new SettingError(`'${text}' has more than ${MOST} steps: make them larger`);
  const unit = last[2] ?? first[2] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const value = low + Math.sign(high - low) * i * each;
    return `${Number(value.toFixed(4))}${unit}`;
  });
}

/** A round step that makes about {@link USUAL} of a span; between whole numbers a whole one. */
function usualStep(span: number, whole: boolean): number {
  if (span === 0 || (whole && span <= USUAL)) return 1;
  const size = 10 ** Math.floor(Math.log10(span / USUAL));
  return [1, 2, 5, 10].map((n) => n * size).find((step) => span / step <= USUAL + 1)!;
}
