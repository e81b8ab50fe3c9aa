export interface Acceptance {
  /** Whether a plan that costs `delta` more than now is taken; the move counts either way. */
  readonly takes: (delta: number) => boolean;
  /** A move that is not possible counts too. */
  readonly skip: () => void;
}

export function lateAcceptance(length = 400): Acceptance {
  const history = new Float64Array(length);
  let cost = 0;
  let slot = 0;
  const next = (): void => {
    if (cost < history[slot]!) history[slot] = cost;
    slot = slot + 1 === length ? 0 : slot + 1;
  };
  return {
    takes(delta) {
      const stays = delta <= 1e-9 || cost + delta <= history[slot]!;
      if (stays) cost += delta;
      next();
      return stays;
    },
    skip: next,
  };
}

export function annealing(
  random: (below: number) => number,
  budget: number,
  hot: number,
  cold: number,
): Acceptance {
  let move = 0;
  let heat = hot;
  const next = (): void => {
    if ((++move & 1023) === 0) heat = hot * (cold / hot) ** (move / budget);
  };
  return {
    takes(delta) {
      next();
      return delta <= 1e-9 || random(1 << 24) / (1 << 24) < Math.exp(-delta / heat);
    },
    skip: next,
  };
}
