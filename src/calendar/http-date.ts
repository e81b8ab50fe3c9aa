/** Days as HTTP writes them (RFC 9110, IMF-fixdate). */

/** `Tue, 02 Mar 2027 00:00:00 GMT`: the first instant of a day in UTC. */
export function httpDate(isoDay: string): string {
  return new Date(`${isoDay}T00:00:00Z`).toUTCString();
}
