/** A0, A4: leaders learn too, and are seen leading it. */

import { ledBy } from '../../../model/made/led-by.ts';
import type { Role } from '../../../model/model.ts';
import { addresses, type Context } from '../../context.ts';
import { lessonEdit } from '../../patches/lesson.ts';
import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'leaders-uncovered',
  heading: 'reach',
  severity: 'error',
  sentence: 'Leaders have no coaching, or nothing all year is led by a leader.',
  why: 'Walters (A0) lists customer-experience coaching for leaders, and leaders who present what they do. In A4 executives must show that they put the customer first, and supervisors coach their people: what no leader ever leads is not believed.',
  fix: 'Plan a coaching module for the audience leaders, and let line managers lead the huddles.',
  articles: ['A0', 'A4'],
  examples: {
    fires: 'modules:\n  coach-leaders:\n    format: workshop\n    led: external\n    minutes: 30\n',
    silent: 'modules:\n  coach-leaders:\n    audience: leaders\n    format: coaching\n',
  },
  *check(context) {
    const leaders = context.roles.filter(isLeader);
    const posts = leaders.flatMap(({ id }) => context.postsOfRole(id));
    const coached = context.yearly.some((m) => m.format === 'coaching' && addresses(m, posts));
    const said: string[] = [];
    if (posts.length > 0 && !coached) {
      said.push(`No coaching is planned for leaders (${list(leaders.map(({ name }) => name))}).`);
    }
    if (!ledByLeader(context))
      said.push('No session of the year is led by a line manager or another leader.');
    if (said.length > 0) yield { subject: {}, message: said.join(' '), pointer: ['modules'] };
  },

  *patches(context) {
    const posts = context.roles.filter(isLeader).flatMap(({ id }) => context.postsOfRole(id));
    if (posts.length === 0) return;
    for (const every of ['half-year', 'quarter']) {
      const edit = lessonEdit(
        context,
        {
          id: 'leaders-coaching',
          name: 'Coaching for those who lead',
          audience: 'leaders',
          posts,
          minutes: 30,
          when: { every },
        },
        'coaching',
      );
      if (!edit) return;
      yield {
        title: `Coaching for leaders every ${every}, by those who lead them`,
        edits: [edit],
        note: 'Say who coaches the leaders of the leaders.',
      };
    }
  },
};

function isLeader({ level }: Role): boolean {
  return level === 'manager' || level === 'executive';
}

/** Whether any session is led by line, or by a facilitator whose job is a leader's; true when there are none. */
function ledByLeader({ model, touches }: Context): boolean {
  const leads = new Set(
    [...model.facilitators.values()]
      .filter(({ role }) => role !== undefined && isLeader(model.roles.get(role)!))
      .map(({ id }) => id),
  );
  const counting = touches.all.filter(({ counts }) => counts);
  return (
    counting.length === 0 ||
    counting.some(({ session }) => session.led === 'line' || ledBy(session).some((id) => leads.has(id)))
  );
}
