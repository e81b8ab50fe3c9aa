/** Where a workspace is within its repository: pipelines name files from the top of it. */
import { isAbsolute, relative, sep } from 'node:path';
import { realPath, repositoryAbove } from '../../workspace/files/root.ts';
import type { Host } from '../host.ts';

/**
 * `''` or `training/`: from the pipeline's checkout, else from the repository it is in, else from the folder one
 * stands in. Links are followed on both sides: a runner's folder is often reached through one.
 */
export function prefixOf(root: string, { env, cwd }: Host): string {
  const real = realPath(root);
  const tops = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR, repositoryAbove(real), cwd];
  for (const top of tops) {
    if (!top) continue;
    const path = relative(realPath(top), real);
    if (path === '') return '';
    if (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)) {
      return `${path.split(sep).join('/')}/`;
    }
  }
  return `${real.split(sep).join('/')}/`;
}
