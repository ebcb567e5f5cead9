import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { families, givens } from '../dist/demo/invented-names.js';

/** A file as an upload leaves it. */
async function written(folder, name, lines) {
  const path = join(folder, name);
  await pipeline(Readable.from(lines), createWriteStream(path));
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  const { size } = await stat(path);
  return { field: 'file', name, path, size, sha256: hash.digest('hex') };
}

/** One person of the roster; every sixth is a dispatcher. Names repeat, as they do in an agency of this size. */
function personAt(place) {
  const family = families[place % families.length];
  const second = place >= 1230 ? `-${families[Math.floor(place / 1230) % families.length]}` : '';
  const given = givens[(place * 11 + Math.floor(place / 41)) % givens.length];
  return { number: String(100_000 + place), family: `${family}${second}`, given };
}

export function writeRoster(folder, people) {
  function* lines() {
    yield 'Employee ID,Badge,Last Name,First Name,Rank,Unit,Shift,Email,Hire Date\n';
    for (let place = 0; place < people; place++) {
      const { number, family, given } = personAt(place);
      const isDispatcher = place % 6 === 5;
      const rank = isDispatcher ? 'Dispatcher' : ['Officer', 'Officer', 'Sergeant', 'Detective'][place % 4];
      const badge = isDispatcher ? '' : 5_000 + place;
      const hired = `${2000 + (place % 25)}-${two(1 + (place % 12))}-${two(1 + (place % 28))}`;
      yield `${number},${badge},${family},${given},${rank},Precinct ${place % 77},${['Day', 'Evening', 'Night'][place % 3]},${number}@bench.example,${hired}\n`;
    }
  }
  return written(folder, 'roster.csv', lines());
}

const courses = [
  ['Crisis Intervention Team (CIT) Training', 40, 'State Academy'],
  ['Mental Health First Aid for Public Safety', 8, 'Regional Center'],
  ['Firearms Qualification', 4, 'In House'],
  ['Defensive Tactics', 8, 'In House'],
  ['CIT Refresher', 8, 'State Academy'],
  ['Emergency Vehicle Operations', 16, 'State Academy'],
];

export function writeTraining(folder, { people, records }) {
  function* lines() {
    yield 'Employee ID,Name,Course,Hours,Completed,Status,Provider\n';
    for (let place = 0; place < records; place++) {
      const { number, family, given } = personAt(place % people);
      const [title, hours, provider] = courses[(place + Math.floor(place / people)) % courses.length];
      const month = Math.floor(place / people) % 12;
      const on = `${2024 + (place % 2)}-${two(1 + ((month + place) % 12))}-${two(1 + (place % 28))}`;
      yield `${number},"${family}, ${given}",${title},${hours},${on},Completed,${provider}\n`;
    }
  }
  return written(folder, 'training.csv', lines());
}

function two(number) {
  return String(number).padStart(2, '0');
}
