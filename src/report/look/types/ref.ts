/** A list's position; −1 where there is none. */
export type Ref = number;
