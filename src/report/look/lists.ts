/** Lists that hold each thing once, so that columns are numbers. */

/** A list that grows as things are asked for. */
export interface Listing<Thing> {
  readonly items: Thing[];
  /** The thing's position; it is added where it is new. */
  readonly of: (thing: Thing) => number;
}

/** @param keyOf what makes two things the same */
export function listing<Thing>(keyOf: (thing: Thing) => string): Listing<Thing> {
  const items: Thing[] = [];
  const places = new Map<string, number>();
  return {
    items,
    of(thing) {
      const key = keyOf(thing);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, items.length);
      return items.push(thing) - 1;
    },
  };
}

/** A list of texts. */
export function texts(): Listing<string> {
  return listing((text) => text);
}

/** Id → position, in the order given. */
export function places(ids: Iterable<string>): (id: string | null | undefined) => number {
  const known = new Map([...ids].map((id, i) => [id, i]));
  return (id) => (id === null || id === undefined ? -1 : (known.get(id) ?? -1));
}
