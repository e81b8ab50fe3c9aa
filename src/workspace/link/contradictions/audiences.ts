/** Audiences that mean nobody. */
import type { Id, Model, Post } from '../../../model/model.ts';
import { audienceResolver } from '../audiences.ts';
import type { Check, Ground } from './types.ts';

function audiencesMeanSomebody({ written, model, report }: Ground): void {
  // Roles without heads are warned about where they stand: an audience of theirs is empty for that reason alone.
  const posts = new Map([...model.posts, ...emptyPosts(model)]);
  const resolve = audienceResolver({ ...model, posts }, written.audiences);
  for (const [id, module] of written.modules) {
    if (model.modules.get(id)!.audience.posts.size > 0 || resolve(module.audience).posts.size > 0) continue;
    report({
      code: 'nobody-attends',
      at: ['modules', id, 'audience'],
      message: `module "${id}" is for ${model.modules.get(id)!.audience.label}, and nobody is that`,
      fix: 'all parts of an audience must hold at once: take one out or widen it',
      related:
        typeof module.audience === 'string' && written.audiences.has(module.audience)
          ? [{ message: `audience "${module.audience}"`, at: ['audiences', module.audience], key: true }]
          : [],
    });
  }
  const sections = [
    ['themes', model.themes],
    ['moments', model.moments],
    ['rituals', model.rituals],
  ] as const;
  for (const [section, entries] of sections) {
    for (const { id, audience } of entries.values()) {
      const own = written[section].get(id)?.audience;
      if (own === undefined || audience.posts.size > 0 || resolve(own).posts.size > 0) continue;
      report({
        code: 'nobody-meant',
        severity: 'warn',
        at: [section, id, 'audience'],
        message: `${section.slice(0, -1)} "${id}" is for ${audience.label}, and nobody is that`,
        fix: 'all parts of an audience must hold at once: take one out or widen it',
      });
    }
  }
}

function emptyPosts(model: Model): [Id, Post][] {
  const found: [Id, Post][] = [];
  for (const role of model.roles.values()) {
    if (role.heads.size > 0) continue;
    const { site } = model.departments.get(role.department)!;
    for (const shift of role.shifts) {
      const id = `${role.id}.${site}.${shift}`;
      found.push([
        id,
        { id, role: role.id, department: role.department, site, shift, heads: 0, minutesPerWeek: 1 },
      ]);
    }
  }
  return found;
}

export const AUDIENCE_CHECKS: readonly Check[] = [
  {
    needs: ['programme', 'sites', 'departments', 'roles', 'audiences'],
    check: audiencesMeanSomebody,
  },
];
