/** The day on which people of several shifts and places can be reached together: for rituals, which take no shift time. */
import type { Day } from '../../calendar/date.ts';
import type { IsWorkingDay } from '../../calendar/ranges.ts';
import { remembered } from '../made/remembered.ts';
import type { Id, Model, Post } from '../model.ts';
import { habitsOf } from './time.ts';
import { postDays } from './working-days.ts';

/** People who work on the same days. */
interface Crew {
  heads: number;
  readonly works: IsWorkingDay;
}

/**
 * Gives the first day from `from` to `by` on which most of the posts' people work (all of them, where they have a day
 * in common); undefined where none of them works on any. A post whose people are yet to join counts for one.
 */
export type CommonDay = (posts: Iterable<Post>, from: Day, by: Day) => Day | undefined;

/** Days are made once for posts that have the same. */
export function commonDayOf(model: Model): CommonDay {
  const habits = remembered((site: Id) => habitsOf(model, model.sites.get(site)!));
  const known = new Map<string, IsWorkingDay>();
  const crewsOf = remembered((posts: Iterable<Post>): Crew[] => {
    const crews = new Map<string, Crew>();
    for (const post of posts) {
      const key = `${post.department} ${post.shift} ${habits(post.site)}`;
      const works = known.get(key) ?? postDays(model, post);
      known.set(key, works);
      const crew = crews.get(key) ?? { heads: 0, works };
      crew.heads += Math.max(1, post.heads);
      crews.set(key, crew);
    }
    return [...crews.values()];
  });
  return (posts, from, by) => firstOfMost(crewsOf(posts), from, by);
}

function firstOfMost(crews: readonly Crew[], from: Day, by: Day): Day | undefined {
  const all = crews.reduce((sum, { heads }) => sum + heads, 0);
  let [best, most] = [undefined as Day | undefined, 0];
  for (let day = from; day <= by && most < all; day++) {
    const heads = crews.reduce((sum, crew) => sum + (crew.works(day) ? crew.heads : 0), 0);
    if (heads > most) [best, most] = [day, heads];
  }
  return best;
}
