/** A0, A3: a mission that is only announced is not known. */
import { eachOrAll } from '../../collapse.ts';
import { addresses } from '../../context.ts';
import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'mantra-untaught',
  heading: 'strategy',
  severity: 'error',
  sentence: 'A department has no strategy module on the mission (tagged `mission`) during the year.',
  why: 'Walters (A0) tells of Pat, who sees the new mantra on posters and screensavers and learns nothing about it; her themes therefore hold the mission and how it applies to every role. Hyken (A3) wants everyone to know, understand and live it, however old it is.',
  fix: 'Give the department a short module of kind strategy with the tag mission.',
  articles: ['A0', 'A3'],
  examples: {
    fires: 'modules:\n  our-mission:\n    audience: { departments: [shop] }\n',
    silent: 'modules:\n  our-mission:\n    audience: everyone\n    kind: strategy\n    tags: [mission]\n',
  },
  check({ departments, yearly, postsOfDepartment }) {
    const missions = yearly.filter(({ tags, kind }) => tags.has('mission') && kind !== 'tool' && kind !== 'process');
    const untaught = departments.filter(({ id }) => !missions.some((m) => addresses(m, postsOfDepartment(id))));
    return eachOrAll(untaught, departments, (department) => ({
      subject: department ? { department: department.id } : {},
      message: department
        ? `${department.name} has no module on the mission${missions.length > 0 ? ` (${list(missions.map(({ name }) => `“${name}”`))} is for others)` : ''}.`
        : 'No module of the year is tagged mission: nobody is taught what the mantra means for their work.',
      pointer: missions[0] ? ['modules', missions[0].id, 'audience'] : ['modules'],
    }));
  },
};
