/** Contradictions in `pins`: what one fixes must be one thing, and can be fixed once. */
import { isoDate, MINUTES_A_DAY } from '../../../calendar/date.ts';
import type { Pin } from '../../../model/model.ts';
import type { Check, Ground } from './types.ts';

/** What a pin is about: a session, or what a group learns. */
function pinsNameASession({ model, report }: Ground): void {
  for (const { pointer, session, module, group, occurrence } of model.pins) {
    const byGroup = module !== undefined && group !== undefined;
    const whole = session !== undefined ? (module ?? group ?? occurrence) === undefined : byGroup;
    if (whole) continue;
    report({
      code: 'pin-without-session',
      at: pointer,
      message:
        session === undefined
          ? 'a pin says which session it fixes: by `session`, or by `module` and `group`'
          : 'a pin names its session once: by `session`, or by `module` and `group`',
      fix: 'sessions.csv and cxplan when show the ids of sessions',
    });
  }
}

function pinsFixSomething({ model, report }: Ground): void {
  for (const pin of model.pins) {
    const { pointer, at, on, notOn, keep, facilitator, room, groups } = pin;
    const others = [at, on, notOn, facilitator, room, groups].filter((one) => one !== undefined).length;
    if (others === 0 && !keep) {
      const fix = 'say at, on, notOn, facilitator, room or groups; or keep: true';
      report({ code: 'pin-fixes-nothing', at: pointer, message: 'this pin fixes nothing', fix });
    }
    if (others > 0 && keep) {
      const fix = 'leave keep out, or everything else';
      report({
        code: 'pin-keep-and-more',
        at: [...pointer, 'keep'],
        message: 'keep: true fixes everything as it is',
        fix,
      });
    }
    if (at !== undefined && on !== undefined) {
      const fix = 'keep one of them';
      report({ code: 'pin-at-and-on', at: [...pointer, 'on'], message: 'at and on both say when', fix });
    }
    if (notOn !== undefined && (at ?? on) !== undefined) {
      report({
        code: 'pin-at-and-on',
        at: [...pointer, 'notOn'],
        message: `${at === undefined ? 'on' : 'at'} says when: notOn adds nothing`,
        fix: 'keep one of them',
      });
    }
  }
}

function pinsAreInTheYear({ model, report }: Ground): void {
  const { starts, ends } = model.programme;
  for (const { pointer, at, on } of model.pins) {
    const day = at === undefined ? on : Math.floor(at / MINUTES_A_DAY);
    if (day === undefined || !(day < starts || day > ends)) continue;
    report({
      code: 'pin-outside',
      at: [...pointer, at === undefined ? 'on' : 'at'],
      message: `${isoDate(day)} is outside the programme (${isoDate(starts)} to ${isoDate(ends)})`,
      fix: 'name a day of the programme',
      related: [{ message: 'the programme', at: ['programme', 'starts'] }],
    });
  }
}

function forceHasAReason({ model, report }: Ground): void {
  for (const { pointer, force, reason } of model.pins) {
    if (!force || reason !== undefined) continue;
    report({
      code: 'force-without-reason',
      at: [...pointer, 'force'],
      message: 'what is forced needs a reason: it is shown in every report',
      fix: 'add reason: …',
    });
  }
}

function pinsOnce({ model, report }: Ground): void {
  const first = new Map<string, Pin>();
  for (const pin of model.pins) {
    const key = pin.session ?? `${pin.module} ${pin.group} ${pin.occurrence}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, pin);
    else {
      report({
        code: 'listed-twice',
        at: pin.pointer,
        message: `the same session is pinned twice (${key})`,
        fix: 'keep one',
        related: [{ message: 'the first one', at: earlier.pointer }],
      });
    }
  }
}

export const PIN_CHECKS: readonly Check[] = [
  { needs: [], check: pinsNameASession },
  { needs: [], check: pinsFixSomething },
  { needs: ['programme'], check: pinsAreInTheYear },
  { needs: [], check: forceHasAReason },
  { needs: [], check: pinsOnce },
];
