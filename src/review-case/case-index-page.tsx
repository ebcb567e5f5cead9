import type { CalendarDate } from '../calendar/calendar-date.ts';
import { longDate } from '../calendar/calendar-date.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import { filedName } from '../person-name/person-name.ts';
import type { CaseFile } from './case-file.ts';
import { caseFileContent as content } from './case-file-content.ts';
import type { CaseProof } from './case-proof.ts';
import { CaseAppeals, CaseRounds } from './case-rounds.tsx';
import { MessageThread } from './message-thread.tsx';

/** Read from a folder, without our site: its looks come along. */
const looks = `body{font:1rem/1.6 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
h1,h2,h3{line-height:1.25}dt{font-weight:700;margin-top:1rem}dd{margin:0}ol{list-style:none;padding:0}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #757575;padding:.5rem;text-align:left;vertical-align:top}
code{overflow-wrap:anywhere;font-size:.85em}section{margin-bottom:2rem}`;

interface CaseIndexProps {
  readonly file: CaseFile;
  readonly campaign: string;
  readonly today: CalendarDate;
}

/** The page of the archive that a person opens: the whole case, with links to the files beside it. */
export function CaseIndexPage({ file, campaign, today }: CaseIndexProps) {
  const words = content.archive;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${content.title}: ${file.agency.name}`}</title>
        <style>{looks}</style>
      </head>
      <body>
        <main>
          <h1>{file.agency.name}</h1>
          <p>{words.lead(file.agency.name, campaign)}</p>
          <p>{longDate(today)}</p>
          <CaseRounds file={file} />
          <CaseAppeals file={file} />
          <section>
            <h2>{words.messages}</h2>
            <MessageThread messages={file.messages} timeZone={file.agency.timeZone} none={words.noMessages} />
          </section>
          <CaseDocuments file={file} />
          <CaseProofs file={file} />
          <p>{words.snapshot}</p>
          <ul>
            {file.rounds.map(({ round }) => (
              <li>
                <a href={`round-${round}/snapshot.json`}>{`round-${round}/snapshot.json`}</a>,{' '}
                <a href={`round-${round}/published.json`}>{`round-${round}/published.json`}</a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}

/** What the agency showed for its sampled records; its own copy says whom they are about. */
function CaseProofs({ file: { proofs } }: { file: CaseFile }) {
  const words = content.proofColumns;
  if (proofs.length === 0) return null;
  return (
    <section>
      <h2>{content.proofs}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.round}</th>
            <th scope="col">{words.record}</th>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.finding}</th>
          </tr>
        </thead>
        <tbody>
          {proofs.map((proof) => (
            <tr>
              <td>{proof.round}</td>
              <td>
                {proof.place}. {personWords(proof)}
                <br />
                {programStandards[proof.program].shortName}
                {proof.course ? `: ${proof.course}` : ''}, {longDate(proof.completedOn)}
              </td>
              <td>
                <a href={encodeURI(proof.path)}>{proof.fileName}</a>
              </td>
              <td>
                {proof.finding ? content.findings[proof.finding.decision] : content.noFinding}
                {proof.finding?.word ? `: ${proof.finding.word}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function personWords({ staff, person }: CaseProof): string {
  if (!staff) return content.personGone(person.slice(0, 8));
  return [filedName(staff), staff.number].filter(Boolean).join(', ');
}

function CaseDocuments({ file: { documents } }: { file: CaseFile }) {
  const words = content.documentColumns;
  if (documents.length === 0) return <p>{content.archive.noDocuments}</p>;
  return (
    <section>
      <h2>{content.documents}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            <th scope="col">{words.rounds}</th>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.hash}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ document, rounds, path }) => (
            <tr>
              <td>{document.title}</td>
              <td>{rounds.join(', ')}</td>
              <td>{path ? <a href={encodeURI(path)}>{document.fileName}</a> : content.gone}</td>
              <td>
                <code>{document.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
