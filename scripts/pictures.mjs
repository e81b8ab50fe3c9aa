/**
 * `node scripts/pictures.mjs`: the two pictures at README's top, of the page of examples/fernhill, in a real Chromium.
 * Beside them stands the hash of what they show; a test says when that has become another.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PICTURES = join(root, 'docs', 'pictures');
/** What is seen in them: the page's program and style, the firm, and how they are taken. */
const SHOWN = ['src/page', 'examples/fernhill', 'scripts/pictures.mjs'];
const VIEWS = [
  ['start', '#/start', { width: 1200, height: 760 }],
  ['wall-planner', '#/wall', { width: 1200, height: 700 }],
];

/** The hash of all files that a picture shows, whatever their line ends. */
export function shownHash() {
  const hash = createHash('sha256');
  for (const path of SHOWN.flatMap(filesIn).sort())
    hash.update(path).update(readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n'));
  return `sha256:${hash.digest('hex')}`;
}

function filesIn(path) {
  if (path.endsWith('.mjs')) return [path];
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const own = `${path}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'plan' ? [] : filesIn(own);
    return /\.(tsx?|css|ya?ml|csv)$/.test(entry.name) ? [own] : [];
  });
}

async function take() {
  const [{ chromium }, { execFileSync }] = await Promise.all([
    import('playwright-core'),
    import('node:child_process'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-pictures-'));
  const cxplan = join(root, 'bin/cxplan.js');
  execFileSync(process.execPath, [
    cxplan,
    'generate',
    join(root, 'examples/fernhill'),
    '--out',
    folder,
    '-q',
    '--only',
    'html',
  ]);
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  for (const [name, view, viewport] of VIEWS) {
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1 });
    await page.goto(`${pathToFileURL(join(folder, 'index.html'))}${view}`);
    await page.waitForSelector('html[data-ready]');
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 62 });
    writeFileSync(join(PICTURES, `${name}.webp`), Buffer.from(data, 'base64'));
  }
  await browser.close();
  rmSync(folder, { recursive: true });
  writeFileSync(join(PICTURES, 'shown.txt'), `${shownHash()}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await take();
