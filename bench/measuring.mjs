export async function timed(work) {
  const started = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - started, value };
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The highest memory this process has held so far, in megabytes. */
export function peakMegabytes() {
  return process.resourceUsage().maxRSS / 1024;
}

/** One line of the report: what was measured, against what, as the ratio of medians. `aim` is the highest good ratio. */
export function comparison(name, ours, bare, more = {}) {
  return {
    name,
    unit: 'ms',
    ours: median(ours),
    bare: median(bare),
    ratio: median(ours) / median(bare),
    all: { ours, bare },
    ...more,
  };
}
