/** What the planner fixes. */

import { Option } from 'commander';
import type { Commands } from './declare.ts';
import { fixing, maxMoves, planned, planning } from './options.ts';
import { whole } from './values.ts';

export const PINNING: Commands = {
  pin: (add) =>
    fixing(
      planned(
        add(
          'pin <session>',
          'fix a session: its time, day, room or who leads it; the search will not touch it',
          'cxplan pin kind-invoices.once.credit-controller --at 2027-05-20T10:00 --reason "Asked for by Finance"',
          async () => {
            const { pin } = await import('../commands/pin.ts');
            return pin;
          },
        ),
      ),
    ).option('--keep', 'just as it is now'),
  unpin: (add) =>
    add('unpin <session>', 'let a pinned session go again', 'cxplan unpin kind-invoices.once', async () => {
      const { unpin } = await import('../commands/pin.ts');
      return unpin;
    }).option('-w, --workspace <folder>', 'where it is pinned'),
  move: (add) =>
    fixing(
      planning(
        add(
          'move <session>',
          'pin a session to another time, plan again, and say what else moved',
          'cxplan move kind-invoices.once.credit-controller --at 2027-05-20T10:00',
          async () => {
            const { move } = await import('../commands/pin.ts');
            return move;
          },
        ),
      )
        .addOption(maxMoves())
        .option('-w, --workspace <folder>', 'whose plan it is'),
    ),
  when: (add) =>
    planned(
      add(
        'when <session> [group]',
        'list the nearest starts at which a session (or a module of a group) could be held, and what each would cost',
        'cxplan when kind-invoices.once.credit-controller.leeds.day.1.1',
        async () => {
          const { when } = await import('../commands/when.ts');
          return (group, flags, host, session) => when(session, group, flags, host);
        },
      ),
    )
      .addOption(new Option('--most <number>', 'how many starts').argParser(whole).default(10))
      .option('--json', 'print them as JSON'),
};
