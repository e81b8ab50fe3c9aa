/** What is worth making only once: values, answers by their question, and things that read alike. */

/** A value that is made when it is first asked for. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A function that makes each answer (never undefined) once; later the same one comes back. */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** Gives one thing for all that read alike: a large year has millions of sessions and few different lists. */
export function shared<Thing>(textOf: (thing: Thing) => string): (thing: Thing) => Thing {
  const known = new Map<string, Thing>();
  return (thing) => {
    const text = textOf(thing);
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, thing);
    return thing;
  };
}
