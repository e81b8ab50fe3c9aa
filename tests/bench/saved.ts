/**
 * `watch --serve` after a save, beside `generate --fresh` of the same workspace, in turns: the clock until a page that listens has
 * been given the new plan, and until the files are in place. Each save is another one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.ts';

export interface SavedAgain {
  readonly edit: string;
  readonly 'page ÷ fresh': number;
  readonly 'files ÷ fresh': number;
}

interface Edit {
  readonly name: string;
  readonly file: string;
  readonly apply: (text: string, turn: number) => string;
}

/** In `examples/fernhill`. */
const EDITS: readonly Edit[] = [
  {
    name: 'a text',
    file: 'modules/contact-centre.yaml',
    apply: (text, turn) => text.replace(/(outcome: Somebody who rings in anger).*/, `$1 is heard, ${turn}.`),
  },
  {
    name: 'an absence',
    file: 'facilitators.yaml',
    apply: (text, turn) => {
      const day = (more: number) =>
        new Date(Date.UTC(2027, 2, 1 + 7 * turn + more)).toISOString().slice(0, 10);
      return text.replace('away:\n', (away) => `${away}      - { from: ${day(0)}, to: ${day(4)} }\n`);
    },
  },
];

/** @param folder `examples/fernhill` */
export async function savedAgain(cli: string, folder: string, runs: number): Promise<SavedAgain[]> {
  const rows: SavedAgain[] = [];
  for (const edit of EDITS) rows.push(await measured(cli, folder, edit, runs));
  return rows;
}

async function measured(cli: string, folder: string, edit: Edit, runs: number): Promise<SavedAgain> {
  const root = mkdtempSync(join(tmpdir(), 'cxplan-saved-'));
  const [watched, other] = [join(root, 'watched'), join(root, 'other')];
  for (const copy of [watched, other]) cpSync(folder, copy, { recursive: true });
  const { child, said } = started([cli, 'watch', watched, '--port', '0', '--quiet']);
  try {
    const [, origin] = await said(/the page at (\S+) follows/);
    const page = await listening(origin!);
    const [fresh, shown, placed] = [[] as number[], [] as number[], [] as number[]];
    for (let turn = 0; turn < runs; turn++) {
      const begin = performance.now();
      spawnSync(process.execPath, [cli, 'generate', other, '--fresh', '--quiet']);
      fresh.push(performance.now() - begin);
      const path = join(watched, edit.file);
      const after = edit.apply(readFileSync(path, 'utf8'), turn);
      const saved = performance.now();
      writeFileSync(path, after);
      await page.another();
      shown.push(performance.now() - saved);
      await said(/Planned and written/);
      placed.push(performance.now() - saved);
    }
    const beside = (all: number[]) => median(all) / median(fresh);
    return { edit: edit.name, 'page ÷ fresh': beside(shown), 'files ÷ fresh': beside(placed) };
  } finally {
    child.kill('SIGINT');
    await once(child, 'exit');
    rmSync(root, { recursive: true });
  }
}

function started(args: readonly string[]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  child.stderr.on('data', (more) => {
    text += more;
  });
  /** Waits for words that have not been waited for. */
  const said = async (words: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = words.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return found;
      }
      if (child.exitCode !== null) throw new Error(`watch ended with ${child.exitCode}: ${text}`);
      await Promise.race([once(child.stderr, 'data'), once(child, 'exit')]);
    }
  };
  return { child, said };
}

/** A page that hears of plans as a browser does, and takes each. */
async function listening(origin: string) {
  const { body } = await fetch(new URL('watch', origin));
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  let shown = '';
  const next = async (): Promise<string> => {
    for (;;) {
      const news = /data: (.*)\n\n/.exec(heard);
      if (news) {
        heard = heard.slice(news.index + news[0].length);
        return JSON.parse(news[1]!).plan;
      }
      heard += (await reader.read()).value;
    }
  };
  shown = await next();
  return {
    async another(): Promise<void> {
      const before = shown;
      while (shown === before) shown = await next();
      await (await fetch(origin)).arrayBuffer();
    },
  };
}
