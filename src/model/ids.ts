/** The smallest words of the domain. */

export type Id = string;

/** A part of 1: 0.15 is 15 %. */
export type Share = number;
