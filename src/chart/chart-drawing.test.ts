import { describe, expect, it } from 'vitest';
import { drawnChart } from './chart-drawing.ts';

const months = ['Jan 2025', 'Feb 2025', 'Mar 2025', 'Apr 2025'];

describe('a chart over months', () => {
  it('breaks its line where a month was not counted, and draws no point there', () => {
    const [one] = drawnChart({ months, series: [{ label: 'Arrests', values: [1, undefined, 3, 4] }] }).series;
    expect(one?.points).toHaveLength(3);
    expect(one?.path.match(/M/g)).toHaveLength(2);
  });

  it('begins its axis at zero and reaches above the largest value', () => {
    const { yTicks, plot, series } = drawnChart({
      months,
      series: [{ label: 'Calls', values: [90, 104, 97, 99] }],
    });
    expect(yTicks[0]).toEqual({ y: plot.bottom, label: '0' });
    expect(Math.min(...(series[0]?.points ?? []).map(({ y }) => y))).toBeGreaterThanOrEqual(plot.top);
  });

  it('puts the level of the baseline across, and its months behind', () => {
    const { baseline, series } = drawnChart({
      months,
      series: [{ label: 'Arrests', values: [4, 4, 4, 4] }],
      baseline: { level: 4, first: 0, last: 1 },
    });
    expect(baseline?.y).toBeCloseTo(series[0]?.points[0]?.y ?? 0);
    expect(baseline?.left).toBeLessThan(series[0]?.points[0]?.x ?? 0);
    expect(baseline?.right).toBeLessThan(series[0]?.points[2]?.x ?? 0);
  });

  it('of four years labels no more months than fit beside each other', () => {
    const many = Array.from({ length: 48 }, (_, place) => `M${place}`);
    const { xTicks } = drawnChart({ months: many, series: [] });
    expect(xTicks.length).toBeLessThanOrEqual(9);
  });

  it('of one month, or of nothing counted, is still a chart', () => {
    for (const values of [[0], [undefined]]) {
      const drawn = drawnChart({ months: ['Jan 2025'], series: [{ label: 'Arrests', values }] });
      expect(JSON.stringify(drawn)).not.toContain('NaN');
    }
  });
});
