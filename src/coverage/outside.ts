/**
 * Whether a module's own days and hours ever meet the rostered hours of a post. Where they do not, no
 * place can be found: that is told of by `outside-shift`.
 */
import { inMask, MINUTES_A_DAY } from '../calendar/date.ts';
import { intersect, type Spans, spansOf } from '../calendar/spans.ts';
import { toUtc } from '../calendar/zone.ts';
import { remembered } from '../model/made/remembered.ts';
import { type Id, type Model, type Module, ONLINE, type Post } from '../model/model.ts';
import { aroundShift, rosteredTime } from '../model/working-time/time.ts';

/**
 * Answers for a module and a post; true only for a module with `days` or `hours` of its own that leave no
 * `minutes` together in the shift. Computed once for each module, department, shift and kind of site.
 */
export function outsideOf(model: Model): (module: Module, post: Post) => boolean {
  const answers = new Map<string, boolean>();
  const ownTime = remembered((module: Module) => ownTimeOf(model, module));
  const kindOf = remembered((id: Id) => {
    const { zone, worked } = model.sites.get(id)!;
    return [zone, ...worked].join(' ');
  });
  return (module, post) => {
    if (module.days === undefined && module.hours === undefined) return false;
    const key = `${module.id} ${post.department} ${post.shift} ${kindOf(post.site)}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = !meets(model, module, post, ownTime(module));
      answers.set(key, answer);
    }
    return answer;
  };
}

function meets(model: Model, module: Module, post: Post, own: Spans): boolean {
  const site = model.sites.get(post.site)!;
  const rostered = rosteredTime(model, model.departments.get(post.department)!, post);
  const shift = module.outsideShift ? aroundShift(model, rostered, module.minutes) : rostered;
  const online = module.room.kind === 'online' || (module.sites?.size === 1 && module.sites.has(ONLINE));
  const both =
    online && site.zone !== model.programme.zone
      ? intersect(inUtc(site.zone, shift), inUtc(model.programme.zone, own))
      : intersect(shift, own);
  for (let i = 0; i < both.length; i += 2) if (both[i + 1]! - both[i]! >= module.minutes) return true;
  return false;
}

/** The module's own days and hours over the programme, in the wall clock of where it is held. */
function ownTimeOf({ programme }: Model, { days, hours }: Module): Spans {
  const pairs: number[] = [];
  for (let day = programme.starts - 1; day <= programme.ends; day++) {
    if (days !== undefined && !inMask(days, day)) continue;
    const start = day * MINUTES_A_DAY;
    pairs.push(start + (hours?.start ?? 0), start + (hours?.end ?? MINUTES_A_DAY));
  }
  return spansOf(pairs);
}

function inUtc(zone: string, spans: Spans): Spans {
  return spansOf(spans.map((wall) => toUtc(zone, wall).utc));
}
