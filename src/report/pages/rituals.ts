/** What goes beside the sessions of a month: messages, recognition, ways to speak up, and what came of them. */
import { index } from '../../coverage/context.ts';
import type { PlanRitual } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import type { Block } from '../types.ts';
import { dayWords, listWords, quoted } from '../words.ts';

const LEADS: Readonly<Record<string, string>> = {
  communication: 'This month’s message:',
  recognition: 'Recognition:',
  listening: 'A way to speak up:',
  readback: 'What came of it:',
};

/** One paragraph a ritual: `"What late-payment letters feel like", intranet and posters, Mon 1 Mar.` */
export function ritualBlocks(context: Context, rituals: readonly PlanRitual[]): Block[] {
  const held = rituals.filter(({ status }) => status === 'confirmed');
  return [...index(held, (item) => nameOf(context, item)).values()].map((some) => ({
    kind: 'paragraph',
    lead: LEADS[some[0]!.type] ?? 'Also:',
    text: ritualWords(context, some),
  }));
}

/** Its id, and what it was called then. */
function nameOf(context: Context, item: PlanRitual): string {
  const { name, channels } = context.at(item).model.rituals.get(item.ritual) ?? {};
  return JSON.stringify([item.ritual, name, channels]);
}

function ritualWords(context: Context, some: readonly PlanRitual[]): string {
  const ritual = context.at(some[0]!).model.rituals.get(some[0]!.ritual);
  const dates = listWords(some.map(({ date }) => dayWords(context.say, date)));
  const channels = listWords(ritual?.channels ?? []);
  return `${[quoted(ritual?.name ?? some[0]!.ritual), channels, dates].filter((text) => text !== '').join(', ')}.`;
}
