/** What is other than in the plan before, and than in the plan that people agreed to; by department, as `changes/` tells it. */
import type { Context } from '../context.ts';
import type { Block } from '../types.ts';
import { dateWords } from '../words.ts';
import type { ToldNews } from './news.ts';
import type { Refs } from './refs.ts';
import type { PageBlock, PageChanges, PageNews } from './types/news.ts';

export interface ChangesOptions {
  /** What this plan changed; undefined where it changed nothing, or is the first. */
  readonly changed?: ToldNews | undefined;
  /** What has changed since people agreed to a plan. */
  readonly agreed?: ToldNews | undefined;
}

export function pageChanges(
  { plan, say }: Context,
  refs: Refs,
  { changed, agreed }: ChangesOptions,
): PageChanges {
  const { issue } = plan.made;
  return {
    since: issue === undefined ? '' : `plan ${issue}, as of ${dateWords(say, plan.asOf)}`,
    told: changed ? newsOf(refs, changed) : null,
    agreed: agreed ? newsOf(refs, agreed) : null,
  };
}

function newsOf(refs: Refs, { head, departments, gaps }: ToldNews): PageNews {
  return {
    head: head.flatMap(blockOf),
    departments: departments.map(({ id, name, blocks }) => ({
      of: refs.department(id),
      name,
      blocks: blocks.flatMap(blockOf),
    })),
    gaps: gaps.flatMap(blockOf),
  };
}

/** News has no other kinds. */
function blockOf(block: Block): PageBlock[] {
  if (block.kind === 'heading') return [{ kind: 'heading', text: block.text }];
  if (block.kind === 'list') return [block];
  return block.kind === 'paragraph' ? [block] : [];
}
