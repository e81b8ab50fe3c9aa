/** A plan on its way to people: first everything is asked for and looked at, then nothing is in the way of all of it. */

/** Brings it there; the exit code. */
export type Delivery = () => Promise<number>;
