/** A mixed-integer program as text (the LP format of CPLEX), row by row. */

/** A factor and a variable. */
export type Part = readonly [number, string];

export class Program {
  private readonly rows: string[] = [];
  private readonly objective = new Map<string, number>();
  private readonly upper: string[] = [];
  private readonly binary = new Set<string>();
  private made = 0;

  /** A variable from 0 on. @param most 1, or nothing */
  variable(cost: number, most?: 1): string {
    const name = `v${this.made++}`;
    if (most !== undefined) this.upper.push(name);
    this.costs(name, cost);
    return name;
  }

  /** Says that a variable is 0 or 1. */
  whole(name: string): void {
    this.binary.add(name);
  }

  costs(name: string, cost: number): void {
    this.objective.set(name, (this.objective.get(name) ?? 0) + cost);
  }

  row(parts: readonly Part[], sense: '<=' | '=' | '>=', value: number): void {
    if (parts.length > 0) this.rows.push(`${parts.map(term).join(' ')} ${sense} ${value}`);
  }

  /**
   * Adds `cost` for the square of a sum of whole variables: lines that join the squares of the values it can have.
   * No square is less than those of its parts, which keeps halves of sessions from being cheap.
   * @param most the greatest sum
   */
  square(parts: readonly Part[], most: number, cost: number): void {
    if (cost === 0 || parts.length === 0) return;
    const unit = parts.reduce((divisor, [factor]) => commonDivisor(divisor, factor), 0);
    const [sum, squared] = [this.variable(0), this.variable(cost)];
    this.row([[-1, sum], ...parts], '=', 0);
    for (let k = 0; k * unit < most; k++)
      this.row(
        [
          [1, squared],
          [-(2 * k + 1) * unit, sum],
        ],
        '>=',
        -k * (k + 1) * unit * unit,
      );
    this.row([[1, squared], ...parts.map(([factor, name]): Part => [-(factor ** 2), name])], '>=', 0);
  }

  text(): string {
    return `Minimize
 obj: ${[...this.objective]
   .filter(([, cost]) => cost !== 0)
   .map(([name, cost]) => term([cost, name]))
   .join(' ')}
Subject To
${this.rows.map((row, i) => ` c${i}: ${row}`).join('\n')}
Bounds
${this.upper.map((name) => ` ${name} <= 1`).join('\n')}
Binary
 ${[...this.binary].join(' ')}
End
`;
  }
}

export function ones(names: Iterable<{ readonly name: string }>): Part[] {
  return [...names].map(({ name }) => [1, name]);
}

/** Lists of those that have a key in common. */
export function byKey<T>(all: readonly T[], keyOf: (one: T) => string | number | undefined): T[][] {
  const lists = new Map<string | number, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const list = lists.get(key);
    if (list) list.push(one);
    else lists.set(key, [one]);
  }
  return [...lists.values()];
}

/** Of multiples of a quarter of an hour. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function term([factor, name]: Part): string {
  return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
}
