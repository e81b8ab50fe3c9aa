/** What is typed after a flag, as a value; what cannot be is refused with what can. */
import { InvalidArgumentError } from 'commander';

export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

export function list(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

export function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number from 0 to 999999999.');
  return Number(text);
}

export function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It must be a port from 0 to 65535.');
  return Number(text);
}

export function years(text: string): number {
  const value = whole(text);
  if (value < 1 || value > 1_000_000)
    throw new InvalidArgumentError('It must be a number of years from 1 to 1,000,000.');
  return value;
}

export function score(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!/^\d/.test(text) || !(value >= 0 && value <= 100))
    throw new InvalidArgumentError('It must be a score from 0 to 100.');
  return value;
}

export function date(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new InvalidArgumentError('It must be a date such as 2027-03-02.');
  return text;
}

export function share(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!/^\d{1,3}(?:\.\d{1,2})?%$/.test(text) || value > 100)
    throw new InvalidArgumentError('It must be a share such as 80%.');
  return value / 100;
}

export function yearNumber(text: string): number {
  if (!/^(?:20[2-9]\d|21[0-4]\d)$/.test(text))
    throw new InvalidArgumentError('It must be a year from 2020 to 2149.');
  return Number(text);
}
