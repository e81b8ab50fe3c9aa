/** Nothing is sent anywhere: no command but those that say so knows how, and none of the others opens a connection. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SMALL } from '../fixtures.ts';
import { scratch } from '../output/scratch.ts';
import { root } from './build.ts';
import { shell } from './program.ts';

/** Ends the process with 99 at the first look for a name or connection. */
const SPY = `
const refuse = (what) => () => { process.stderr.write('asked the net: ' + what); process.reallyExit(99); };
const net = require('node:net');
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
require('node:dgram').createSocket = refuse('dgram');
const dns = require('node:dns');
for (const name of Object.keys(dns)) if (/^(lookup|resolve)/.test(name)) dns[name] = refuse(name);
globalThis.fetch = refuse('fetch');
`;

it('of all that a firm does in a year', () => {
  const folder = scratch();
  writeFileSync(join(folder, 'spy.cjs'), SPY);
  writeFileSync(join(folder, 'cxplan.yaml'), SMALL);
  const env = { NODE_OPTIONS: `--require ${join(folder, 'spy.cjs')}` };
  const own = (line: string) => shell(`cd ${folder} && ${line}`, env);
  expect(own('cxplan generate --quiet && cxplan check --quiet; [ $? -le 1 ]')).toMatchObject({
    code: 0,
    err: '',
  });
  expect(
    own('cxplan publish --quiet && cxplan verify --quiet && cxplan diff --quiet --since published').err,
  ).toBe('');
  // The spy sees: those that are there to talk are caught.
  expect(own('cxplan serve --port 0').code).toBe(99);
  expect(own('cxplan watch --port 0').code).toBe(99);
});

it('and only what publishes calendars could', () => {
  const talks = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) =>
      /from 'node:(?:https?|http2|net|tls|dns|dgram)|import\('node:(?:https?|net)|\bfetch\(|WebSocket|EventSource|sendBeacon/.test(
        readFileSync(join(root, 'src', path), 'utf8'),
      ),
    );
  expect(talks.sort().map((path) => path.split('/').slice(0, 2).join('/'))).toEqual(
    expect.arrayContaining(['publish/server.ts']),
  );
  // What the served page has more than its file listens to the server that it came from; its policy allows no other.
  expect(talks.filter((path) => !path.startsWith('publish/'))).toEqual(['page/live.ts']);
});
