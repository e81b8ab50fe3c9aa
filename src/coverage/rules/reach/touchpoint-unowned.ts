/** A2: what touches a customer belongs to somebody. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'touchpoint-unowned',
  heading: 'reach',
  severity: 'error',
  sentence: 'A touchpoint has no owner, or an owner without people.',
  why: 'Walters (A2) shows that improving one touchpoint, such as an invoice written in punishing language, changes the journey. Only its owner can; a touchpoint that nobody owns is improved by nobody.',
  fix: 'Name the role or department that can change it as the touchpoint’s owner.',
  articles: ['A2'],
  examples: {
    fires: 'departments:\n  returns: {}\nstages:\n  keep: { touchpoints: { return: { owner: returns } } }\n',
    silent: 'stages:\n  keep: { touchpoints: { return: { owner: assistant } } }\n',
  },
  forPeople: 'Who can change it has to be found and asked.',
  *check({ model }) {
    for (const { id, name, stage, owners, ownerRoles, ownerDepartments } of model.touchpoints.values()) {
      if (owners.size > 0) continue;
      const [owner] = [
        ...ownerRoles.map((role) => model.roles.get(role)!.name),
        ...ownerDepartments.map((department) => model.departments.get(department)!.name),
      ];
      yield {
        subject: { touchpoint: id },
        message: owner
          ? `Nobody works in ${owner}, the owner of “${name}” (${model.stages.get(stage)!.name}).`
          : `Nobody owns the touchpoint “${name}” (${model.stages.get(stage)!.name}).`,
        pointer: ['stages', stage, 'touchpoints', id, 'owner'],
      };
    }
  },
};
