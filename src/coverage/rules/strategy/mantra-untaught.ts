/** A0, A3: a mission that is only announced is not known. */
import { addresses } from '../../context.ts';
import { nameOf, widening } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
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
  *check({ departments, yearly, postsOfDepartment }) {
    const missions = yearly.filter(
      ({ tags, kind }) => tags.has('mission') && kind !== 'tool' && kind !== 'process',
    );
    const others =
      missions.length > 0 ? ` (${list(missions.map(({ name }) => `“${name}”`))} is for others)` : '';
    for (const { id, name } of departments) {
      if (missions.some((module) => addresses(module, postsOfDepartment(id)))) continue;
      yield {
        subject: { department: id },
        message: `${name} has no module on the mission${others}.`,
        pointer: missions[0] ? ['modules', missions[0].id, 'audience'] : ['modules'],
      };
    }
  },

  *patches(context, { subject }) {
    const posts = postsOf(context, subject);
    const name = nameOf(context, subject);
    const missions = context.yearly.filter(({ tags, kind }) => tags.has('mission') && kind === 'strategy');
    for (const module of missions.slice(0, 2)) yield* widening(context, module, posts, name);
    yield* lessons(
      context,
      {
        id: `${subject.department}-our-mission`,
        name: 'Our mission, and my part in it',
        audience: audienceOf(subject),
        posts,
        minutes: 20,
        when: earlyWindow(context),
        tags: ['mission'],
        kind: 'strategy',
      },
      `A short module on the mission for ${name}`,
    );
  },
};
