/** Measures the stages of one run in its own process. */

export interface StageTime {
  readonly seconds: number;
  readonly processorSeconds: number;
  /** Heap and buffers once the stage is over; undefined where the collector may not be called. */
  readonly heldMiB: number | undefined;
}

/**
 * Clock and processor between one stop and the next. Where the collector may be called (`node --expose-gc`), also
 * what is held after it: collecting is not counted.
 */
export class Watch {
  readonly stages: Record<string, StageTime> = {};
  private clock = performance.now();
  private processor = process.cpuUsage();

  stop(stage: string): void {
    const { user, system } = process.cpuUsage(this.processor);
    const before = this.stages[stage] ?? { seconds: 0, processorSeconds: 0 };
    this.stages[stage] = {
      seconds: before.seconds + (performance.now() - this.clock) / 1000,
      processorSeconds: before.processorSeconds + (user + system) / 1e6,
      heldMiB: held(),
    };
    this.clock = performance.now();
    this.processor = process.cpuUsage();
  }

  total(): Omit<StageTime, 'heldMiB'> {
    const all = Object.values(this.stages);
    return {
      seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
      processorSeconds: all.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0),
    };
  }
}

function held(): number | undefined {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 2 ** 20);
}
