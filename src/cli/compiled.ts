/**
 * What V8 has compiled of this program, kept from one run to the next in the user's own cache folder: a third of `validate` went into
 * compiling the same code again (docs/decisions/engine.md). Node does so itself from 22.1 on; for Node 20 the same stands here.
 * Nothing here ever fails a run: whatever cannot be read or written is compiled, as it would be without. `NODE_DISABLE_COMPILE_CACHE=1`
 * turns both off.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module from 'node:module';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

type Environment = Readonly<Record<string, string | undefined>>;
type Compile = (this: NodeModule, text: string, file: string) => unknown;

/** Folders of other versions of cxplan or Node go after so long. */
const OLD = 30 * 24 * 60 * 60 * 1000;
/** Of the source, its length, and of what was compiled: V8 itself would run whatever it is handed. */
const HEADER = 12;

/**
 * From now on modules of this program are taken as they were compiled before, and written down when the process ends.
 * @param version of cxplan
 */
export function keepCompiled(env: Environment, version: string): void {
  const cache = env.NODE_DISABLE_COMPILE_CACHE || env.NODE_COMPILE_CACHE ? undefined : cacheFolder(env);
  // Run from its sources, whatever runs it compiles them.
  if (!cache || import.meta.filename.endsWith('.ts')) return;
  const own = Module as typeof Module & { enableCompileCache?: (folder: string) => unknown };
  if (own.enableCompileCache) {
    if (isOwn(cache)) own.enableCompileCache(cache);
    return;
  }
  // V8, its flags and the processor: what was compiled for others is refused.
  const folder = join(cache, `${version}-${process.version}-${cachedDataVersionTag().toString(16)}`);
  if (existsSync(folder) && !isOwn(folder)) return;
  const loaded = takeCompiled(folder);
  process.once('exit', () => {
    if (loaded.some(({ isNew }) => isNew)) keep(cache, folder, loaded);
  });
}

/** Where programs of this user keep what they can make again, by the system's custom; undefined without a home. */
export function cacheFolder(env: Environment, platform: string = process.platform): string | undefined {
  const home = platform === 'win32' ? env.LOCALAPPDATA : env.HOME;
  const custom = { win32: home, darwin: home && join(home, 'Library', 'Caches') }[platform];
  const base = env.XDG_CACHE_HOME || (custom ?? (home && join(home, '.cache')));
  return base && isAbsolute(base) && belongsToUser(home || base) ? join(base, 'cxplan') : undefined;
}

/** Under `sudo` the home may be somebody else's: nothing of root's is left there. */
function belongsToUser(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && (!process.getuid || found.uid === process.getuid());
}

/** Whether nobody else can have put anything there. Makes the folder where there is none. */
function isOwn(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    if (!found.isDirectory()) return false;
    return process.getuid ? found.uid === process.getuid() && (found.mode & 0o022) === 0 : true;
  } catch {
    return false;
  }
}

interface Loaded {
  readonly file: string;
  readonly text: string;
  readonly script: Script;
  readonly isNew: boolean;
}

/** Has Node 20 ask the folder before it compiles a module of ours; answers with those that are loaded from now on. */
function takeCompiled(folder: string): readonly Loaded[] {
  const loaded: Loaded[] = [];
  const { prototype } = Module as unknown as { prototype: { _compile: Compile } };
  const compile = prototype._compile;
  // It is a chunk of the bundle, one folder below what is started.
  const ours = dirname(dirname(import.meta.filename)) + sep;
  prototype._compile = function (text, filename) {
    if (!filename.startsWith(ours)) return compile.call(this, text, filename);
    const file = join(folder, `${basename(filename, '.js')}.bin`);
    const cachedData = read(file, text);
    const script = new Script(Module.wrap(text), { filename, ...(cachedData && { cachedData }) });
    loaded.push({ file, text, script, isNew: !cachedData || script.cachedDataRejected === true });
    const run = script.runInThisContext() as (...given: unknown[]) => unknown;
    const require = (id: string) => this.require(id);
    return run.call(this.exports, this.exports, require, this, filename, dirname(filename));
  };
  return loaded;
}

function read(file: string, text: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(HEADER);
    return bytes.subarray(0, HEADER).equals(headerOf(text, code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function headerOf(text: string, code: Buffer): Buffer {
  return Buffer.from(Uint32Array.of(crc32(text), text.length, crc32(code)).buffer);
}

/** All that was loaded, for by now it holds the functions that were called; then the folders that are long out of use. */
function keep(cache: string, folder: string, loaded: readonly Loaded[]): void {
  const isFirst = !existsSync(folder);
  if (!isOwn(cache) || !isOwn(folder)) return;
  try {
    for (const { file, text, script } of loaded) {
      const code = script.createCachedData();
      const draft = `${file}.${process.pid}`;
      try {
        writeFileSync(draft, Buffer.concat([headerOf(text, code), code]), { mode: 0o600, flag: 'wx' });
        renameSync(draft, file);
      } finally {
        rmSync(draft, { force: true });
      }
    }
    if (isFirst) removeOld(cache);
  } catch {
    // A full disk, or one that may only be read: the next run compiles again.
  }
}

function removeOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - lstatSync(path).mtimeMs > OLD) rmSync(path, { recursive: true });
  }
}
