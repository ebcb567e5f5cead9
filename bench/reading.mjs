import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readPeople } from '../dist/roster/read-roster-people.js';
import { rosterImport } from '../dist/roster/roster-import-actions.js';
import { planRoster } from '../dist/roster/roster-plan.js';
import { openSheet } from '../dist/spreadsheet/open-sheet.js';
import { textColumn } from '../dist/table-export/export-table.js';
import { xlsxOf } from '../dist/table-export/xlsx-writer.js';
import { comparison, median, peakMegabytes, timed } from './measuring.mjs';

const today = '2026-06-15';
const longRows = 1_000_000;
const longMegabytes = 400;

/**
 * A roster as an Excel workbook, read, understood and planned, against merely reading its rows with the same reader;
 * and the memory that a long CSV file takes.
 */
export async function measureReading({ folder, roster, size }) {
  // First, while the process has held nothing else: its memory is measured.
  const long = await longFile(folder, size.rounds);
  const workbook = await workbookOf(roster.path, join(folder, 'roster.xlsx'));
  const planned = [];
  const read = [];
  for (let round = 0; round <= size.rounds; round++) {
    const mere = await timed(() => withSheet(workbook, countRows));
    const whole = await timed(() => withSheet(workbook, plan));
    // The first round warms the code up.
    if (round === 0) continue;
    read.push(mere.milliseconds);
    planned.push(whole.milliseconds);
  }
  const against = { against: 'reading its rows', aim: 3 };
  const name = `XLSX of ${size.people} people, read and planned`;
  return [comparison(name, planned, read, against), long];
}

async function longFile(folder, rounds) {
  const path = join(folder, 'long.csv');
  await pipeline(Readable.from(longLines()), createWriteStream(path));
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const { milliseconds } = await timed(() => withSheet(path, countRows));
    times.push(milliseconds);
  }
  return {
    name: `CSV of ${longRows} rows, read (aim ${longMegabytes} MB)`,
    unit: 'ms',
    ours: median(times),
    peakMegabytes: peakMegabytes(),
    all: { ours: times },
  };
}

function* longLines() {
  yield 'Employee ID,Name,Course,Hours,Completed,Result\n';
  for (let row = 0; row < longRows; row++) {
    yield `${100_000 + (row % 36_000)},"Family${row % 5_000}, Given${row % 300}",In-service course ${row % 90},${(row % 8) + 1},3/${1 + (row % 28)}/2024,Passed\n`;
  }
}

async function withSheet(path, work) {
  const opened = await openSheet({ name: path, path }, { isKnownHeading: rosterImport.isKnownHeading });
  if (!opened.ok) throw new Error(`Refused: ${JSON.stringify(opened.refusal)}`);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

async function countRows(reading) {
  let rows = 0;
  for await (const batch of reading.rows()) rows += batch.length;
  return rows;
}

async function plan(reading) {
  const { columns } = rosterImport.propose(reading.headings, reading.sample);
  const mapping = Object.fromEntries(columns.flatMap(({ field, index }) => (field ? [[field, index]] : [])));
  const said = { mapping, facts: { fullRoster: true } };
  const { folded } = await readPeople({ reading, said, today, report: () => undefined });
  return planRoster([], folded.people, { today, fullRoster: true }).added.length;
}

/** The same rows as the CSV file, as a workbook. */
async function workbookOf(csv, path) {
  const lines = createInterface({ input: createReadStream(csv) });
  const [headings = '', ...rows] = await Array.fromAsync(lines);
  const columns = headings
    .split(',')
    .map((heading, at) => textColumn(heading, 16, (row) => row.split(',')[at]));
  async function* batches() {
    for (let at = 0; at < rows.length; at += 1_000) yield rows.slice(at, at + 1_000);
  }
  await pipeline(Readable.from(xlsxOf({ name: 'Roster', columns }, batches())), createWriteStream(path));
  return path;
}
