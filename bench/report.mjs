import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures came from. The load average tells how busy the machine was besides. */
export function machine() {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadAverage: loadavg().map((load) => Number(load.toFixed(1))),
    at: new Date().toISOString(),
  };
}

export function printResults({ on, results }) {
  const rows = results.map((result) => [
    result.name,
    `${figure(result.ours)} ${result.unit}${limitOf(result)}`,
    result.bare === undefined ? '' : `${figure(result.bare)} ${result.unit} (${result.against})`,
    result.ratio === undefined ? '' : `${result.ratio.toFixed(1)}×${aimOf(result)}`,
    result.peakMegabytes === undefined ? '' : `${Math.round(result.peakMegabytes)} MB`,
  ]);
  const table = [['what', 'One Mind', 'against', 'ratio', 'peak memory'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  console.log(
    `\n${on.cores} × ${on.cpu}, ${on.memoryGigabytes} GB, Node ${on.node}, load ${on.loadAverage.join(' ')}. Medians.`,
  );
}

function limitOf({ ours, aimMilliseconds }) {
  if (aimMilliseconds === undefined) return '';
  return ours <= aimMilliseconds ? ` (aim ${aimMilliseconds})` : ` (misses the aim of ${aimMilliseconds})`;
}

function aimOf({ ratio, aim, leastRatio }) {
  if (leastRatio !== undefined)
    return ratio >= leastRatio ? ` (aim ${leastRatio}×)` : ` (misses the aim of ${leastRatio}×)`;
  if (aim === undefined) return '';
  return ratio <= aim ? ` (aim ${aim}×)` : ` (misses the aim of ${aim}×)`;
}

function figure(number) {
  return number >= 100 ? Math.round(number).toString() : number.toFixed(1);
}
