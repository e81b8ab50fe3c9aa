/** The smallest words of the domain. */

export type Id = string;

/** A part of 1: 0.15 is 15 %. */
export type Share = number;

/** `maxAway`: a share of those who work there, of whom one may always go; or so many people. `stay`: so many never go. */
export type AwayLimit = ({ readonly share: Share } | { readonly people: number }) & {
  readonly stay?: number;
};
