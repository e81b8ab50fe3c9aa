/** Which plans are compared: files, folders, revisions of git, the plan of a day, the plan that was published. */
import { dirname, join, resolve } from 'node:path';
import { toDay } from '../../calendar/date.ts';
import type { Model } from '../../model/model.ts';
import { readNamed, readOutput } from '../../output/read.ts';
import type { Version } from '../../report/changes/news.ts';
import { kindOf } from '../../workspace/files/root.ts';
import { Failure } from '../failure.ts';
import { shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { parsed, readPlan } from '../year.ts';
import { gapsIn } from './gaps.ts';
import { blobAt, commitBefore, isRevision } from './git.ts';

/** Where plans are looked for, and in whose ids they are read. */
export interface Scene {
  readonly host: Host;
  readonly model: Model;
  /** Of the workspace. */
  readonly root: string;
  /** The output folder: `plan.json` and `gaps.json` of now stand there. */
  readonly folder: string;
}

export interface VersionRequest {
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly since: string | undefined;
}

const FORMS =
  'name a plan file, a folder with a plan.json, or a revision of git such as HEAD~1 or HEAD:plan/plan.json';

/** The old and the new plan. @throws Failure where one of them is not there or cannot be read */
export async function versionsOf(
  asked: VersionRequest,
  scene: Scene,
): Promise<{ readonly before: Version; readonly after: Version }> {
  if (asked.since !== undefined && asked.old !== undefined) {
    throw new Failure('--since says which plan is the old one: leave the plans out, or --since');
  }
  const after = asked.new === undefined ? await current(scene) : await named(asked.new, scene);
  if (asked.since !== undefined) return { before: await since(asked.since, scene), after };
  return { before: asked.old === undefined ? await committed(scene) : await named(asked.old, scene), after };
}

async function current(scene: Scene): Promise<Version> {
  const { folder, host, model } = scene;
  const plan = await readPlan(folder, host, model);
  if (!plan)
    throw new Failure(`there is no ${shown(join(folder, 'plan.json'), host)}: run cxplan generate first`);
  return { plan, gaps: gapsIn(readOutput(folder, 'gaps.json'), plan) };
}

/** What was committed last. */
async function committed(scene: Scene): Promise<Version> {
  const version = await atRevision('HEAD', scene);
  if (version) return version;
  const file = shown(join(scene.folder, 'plan.json'), scene.host);
  throw new Failure(`git has no committed ${file} to compare with: ${FORMS}`);
}

async function named(text: string, scene: Scene): Promise<Version> {
  const path = resolve(scene.host.cwd, text);
  const kind = text.trim() === '' ? 'nothing' : kindOf(path);
  if (kind === 'folder')
    return fromFile(join(path, 'plan.json'), shown(join(path, 'plan.json'), scene.host), scene);
  if (kind === 'other') return fromFile(path, text, scene);
  const version = isRevision(text) ? await atRevision(text, scene) : undefined;
  if (version) return version;
  throw new Failure(`there is no plan '${text}': ${FORMS}`);
}

async function fromFile(path: string, name: string, { model }: Scene): Promise<Version> {
  const plan = await parsed(readNamed(path), name, model);
  return { plan, gaps: gapsIn(readOutput(dirname(path), 'gaps.json'), plan) };
}

/** `HEAD~1` means the plan of the output folder there; `HEAD:plan/plan.json` that file, from the repository's top or from the workspace. */
async function atRevision(text: string, scene: Scene): Promise<Version | undefined> {
  const [revision, path] = parted(text);
  const names =
    path === undefined
      ? [[scene.folder, './plan.json'] as const]
      : [[scene.host.cwd, path] as const, [scene.root, `./${path.replace(/^\.\//, '')}`] as const];
  for (const [folder, file] of names) {
    const found = blobAt(folder, `${revision}:${file}`);
    if (found === undefined) continue;
    const plan = await parsed(found, text, scene.model);
    return { plan, gaps: gapsIn(blobAt(folder, `${revision}:${file.replace(/[^/]*$/, 'gaps.json')}`), plan) };
  }
  return undefined;
}

function parted(text: string): readonly [revision: string, path: string | undefined] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}

async function since(text: string, scene: Scene): Promise<Version> {
  if (text === 'published') return publishedOf(scene);
  if (toDay(text) === undefined) {
    throw new Failure(`--since takes a date such as 2027-03-01, or published; '${text}' is neither`);
  }
  const commit = commitBefore(scene.folder, text, 'plan.json');
  const version = commit === undefined ? undefined : await atRevision(commit, scene);
  if (version) return version;
  throw new Failure(`git has no plan of before ${text}: ${FORMS}`);
}

/** It stands beside the plan that came of it. */
async function publishedOf({ folder, host, model }: Scene): Promise<Version> {
  const text = readOutput(folder, 'published.json');
  const file = shown(join(folder, 'published.json'), host);
  if (text === undefined) throw new Failure(`no plan has been published: there is no ${file}`);
  return { plan: await parsed(text, file, model), gaps: undefined };
}
