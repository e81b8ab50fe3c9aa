/** The reference in the terminal: every section, key and word of the glossary can be looked up there. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundle, readSchemas } from '../../scripts/generate/bundle.ts';
import { words } from '../../src/cli/docs/entries.ts';
import { run } from './host.ts';

it('knows every section, shape and key of the schemas', () => {
  const { properties = {}, definitions = {} } = bundle(readSchemas('schemas'));
  const keys = Object.values(definitions).flatMap((shape) => Object.keys(shape.properties ?? {}));
  const known = new Set(words());
  for (const word of [...Object.keys(properties), ...keys]) expect(known, word).toContain(word);
});

it.each([
  ['departments', /^departments \(the reference\)\n[\s\S]*Keys: name, was, site/],
  [
    'maxAway',
    /^maxAway \(in departments\): awayLimit\n {2}Of the people on one shift[\s\S]*\n\nmaxAway \(in team\)/,
  ],
  ['modules.seats', /seats \(in modules\)/],
  ['Max-Away', /^maxAway \(in departments\)/],
  ['touchpoint', /stage, touchpoint|touchpoint \(the reference\)[\s\S]*touchpoint \(the glossary\)/],
])('%s', async (word, says) => {
  const { code, out } = await run(['docs', word], { env: { COLUMNS: '80' } });
  expect([code, out]).toEqual([0, expect.stringMatching(says)]);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(out).not.toMatch(/\]\(#|\*\*/);
});

it.each([
  ['maxAwai', 'did you mean maxAway?'],
  ['no-voice', 'no-voice is a rule: cxplan explain no-voice'],
  ['quark', 'cxplan rules lists the rules'],
])('%s is nowhere: 2', async (word, says) => {
  expect(await run(['docs', word])).toMatchObject({ code: 2, err: expect.stringContaining(says) });
});

it('the manual page has every command and flag', async () => {
  const manual = readFileSync('man/cxplan.1', 'utf8');
  const { out } = await run(['--help']);
  for (const [, name] of out.split('Commands:')[1]!.matchAll(/^ {2}([a-z]+) /gm)) {
    if (name === 'help') continue;
    expect(manual).toContain(`.SS "cxplan ${name}`);
    const { out: help } = await run([name!, '--help']);
    for (const [, flag] of help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)) {
      if (flag !== '--help') expect(manual).toContain(flag!.replaceAll('-', '\\-'));
    }
  }
});
