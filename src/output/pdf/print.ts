/** Pages of ours as PDFs: the same pages make the same bytes, whenever they are printed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { blocksOf } from '../blocks.ts';
import { attempt } from '../disk.ts';
import type { OutputFile } from '../types.ts';
import { Chromium } from './chromium.ts';

/** What is printed: a file, what is shown of it, and what it is called then. */
export interface Print {
  readonly file: OutputFile;
  /** `#/wall` */
  readonly view: string;
  readonly path: string;
}

/**
 * @param chromium the program @param day of the plan, `2027-01-03`: the only one that a PDF has
 * @throws OutputError when there is no way
 */
export async function printed(
  prints: readonly Print[],
  chromium: string,
  day: string,
): Promise<OutputFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-pdf-'));
  const browser = new Chromium(chromium, join(folder, 'profile'));
  try {
    const { targetId } = await browser.ask<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    const { sessionId } = await browser.ask<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    await browser.ask('Page.enable', {}, sessionId);
    const files: OutputFile[] = [];
    for (const { file, view, path } of prints) {
      const address = written(join(folder, 'pages'), file);
      const bytes = await pdfOf(browser, sessionId, `${pathToFileURL(address)}${view}`);
      files.push({ path, text: () => [settled(bytes, day)] });
    }
    return files;
  } finally {
    await browser.close();
    attempt(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  }
}

/** A link would lead into a folder of this machine that is gone by then. */
const WITHOUT_LINKS = "document.querySelectorAll('a[href]').forEach((link) => link.removeAttribute('href'))";

async function pdfOf(browser: Chromium, session: string, url: string): Promise<Uint8Array> {
  // The same file with another view would be no new page.
  const blank = browser.once('Page.loadEventFired', session);
  await browser.ask('Page.navigate', { url: 'about:blank' }, session);
  await blank;
  const loaded = browser.once('Page.loadEventFired', session);
  await browser.ask('Page.navigate', { url }, session);
  await loaded;
  await browser.ask(
    'Runtime.evaluate',
    {
      expression: `new Promise((done) => setTimeout(done, 50)).then(() => { ${WITHOUT_LINKS} })`,
      awaitPromise: true,
    },
    session,
  );
  const options = { preferCSSPageSize: true, printBackground: true };
  const { data } = await browser.ask<{ data: string }>('Page.printToPDF', options, session);
  return Buffer.from(data, 'base64');
}

/**
 * Chromium writes the minute of printing into a PDF, and numbers its parts by what it did before: as long as they were,
 * the day of the plan and numbers from 1.
 */
function settled(bytes: Uint8Array, day: string): Uint8Array {
  const stamp = `D:${day.replaceAll('-', '')}000000+00'00'`;
  const text = Buffer.from(bytes).toString('latin1');
  const parts = [...new Set(text.match(/\bnode\d{8}\b/g))].sort();
  const numbers = new Map(parts.map((part, i) => [part, `node${String(i + 1).padStart(8, '0')}`]));
  return Buffer.from(
    text
      .replace(/\bnode\d{8}\b/g, (part) => numbers.get(part)!)
      .replace(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, (all, key: string) => {
        const room = all.length - key.length - 4;
        return `/${key} (${stamp.padEnd(room).slice(0, room)})`;
      }),
    'latin1',
  );
}

function written(folder: string, file: OutputFile): string {
  const path = join(folder, file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.concat(Array.from(blocksOf(file.text), (block) => Buffer.from(block))));
  return path;
}
