/** What was typed into a workbook, as words and as changes of the lists `pins` and `notes`. */
import { isoDate } from '../../calendar/date.ts';
import type { WishOfRow } from '../../exchange/book/wishes.ts';
import type { Pin } from '../../model/model.ts';
import type { Workspace } from '../load.ts';
import { type Home, homeOf, type ListChange, type ListItem } from '../pins/lists.ts';

/** `line 12: pinned as it is, 2027-03-02 10:00: kind-invoices.once…` */
export function wishWords({ line, session, wish }: WishOfRow): string {
  const { id, start } = session;
  const when = start.replace('T', ' ');
  const said = {
    pin: () => `pinned as it is, ${when}`,
    unpin: () => 'pinned no longer',
    'call-off': () => `called off on ${start.slice(0, 10)}: another day is sought`,
    reason: () => 'why it is pinned',
    note: () => (wish.kind === 'note' && wish.text === '' ? 'without a remark' : 'remark'),
  }[wish.kind]();
  const text = 'text' in wish ? wish.text : 'reason' in wish ? (wish.reason ?? '') : '';
  return `line ${line}: ${id}: ${said}${text === '' ? '' : `: “${text.replaceAll('\n', ' ')}”`}`;
}

export function changesOf(workspace: Workspace, wishes: readonly WishOfRow[]): ListChange[] {
  return wishes.flatMap((one) => changeOf(workspace, one) ?? []);
}

function changeOf(workspace: Workspace, { session: { id }, wish }: WishOfRow): ListChange | undefined {
  const own = (section: Home['section']) => homeOf(workspace, section, (item) => item.session === id);
  switch (wish.kind) {
    case 'pin':
      return pin(own('pins'), { session: id, keep: true, ...because(wish.reason) });
    case 'call-off': {
      const days = new Set([...(wish.pin?.notOn ?? []).map(isoDate), wish.day]);
      return pin(own('pins'), { session: id, notOn: [...days], ...because(wish.reason) });
    }
    case 'unpin':
      return pin(homeOfPin(workspace, wish.pin), undefined);
    case 'reason': {
      const home = homeOfPin(workspace, wish.pin);
      const { reason: _, ...rest } = home?.item ?? {};
      return home && pin(home, { ...rest, ...because(wish.text || undefined) });
    }
    case 'note': {
      const home = own('notes');
      const item = wish.text === '' ? undefined : { session: id, text: wish.text };
      return home || item ? { section: 'notes', home, item } : undefined;
    }
  }
}

function pin(home: Home | undefined, item: ListItem | undefined): ListChange {
  return { section: 'pins', home, item };
}

function because(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

function homeOfPin(workspace: Workspace, { session, module, group, occurrence }: Pin): Home | undefined {
  return homeOf(
    workspace,
    'pins',
    (item) =>
      item.session === session &&
      item.module === module &&
      item.group === group &&
      item.occurrence === occurrence,
  );
}
