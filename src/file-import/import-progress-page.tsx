import type { AgencyPlace } from '../identity/viewer.ts';
import { fractionDone, type Job } from '../jobs/job.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { FileImport, ImportSubjectName, ImportTypes } from './file-import.ts';
import { importContent } from './file-import-content.ts';
import { importPlaces } from './import-place.ts';

const content = importContent.progress;

/** Without JavaScript the page is loaded anew as often as a person can read it. */
const reloadSeconds = 3;

export function ImportProgressPage<T extends ImportTypes>(props: {
  readonly agency: AgencyPlace;
  readonly subject: ImportSubjectName;
  readonly found: FileImport<T>;
  readonly job: Job;
}) {
  const { agency, subject, found, job } = props;
  const { section, path } = importPlaces[subject];
  const base = `/workspace/${agency.slug}/${path}/import/${found.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here={section}
      title={content.title}
      lead={stepWords(job)}
      trail={[sectionLink(agency, section)]}
      reloadSeconds={reloadSeconds}
    >
      <p>{found.file.name}</p>
      <div class="om-work" data-progress={`${base}/progress`} data-then={base}>
        <progress class="om-work__bar" aria-label={content.title} max={1} value={fractionDone(job)} />
        <p class="om-work__words" role="status">
          {progressWords(job)}
        </p>
      </div>
      <p>{content.lead}</p>
      <p>
        <a class="usa-link" href={base}>
          {content.again}
        </a>
      </p>
      <ActionForm action={`${base}/cancel`} look="outline">
        {content.cancel}
      </ActionForm>
    </WorkspacePage>
  );
}

function stepWords({ kind }: Job): string {
  return content.steps[stepOf(kind)];
}

/** The step of an import that a kind of work does. */
export function stepOf(kind: string): 'plan' | 'commit' | 'undo' {
  const step = kind.slice(kind.indexOf('-') + 1);
  return step === 'commit' || step === 'undo' ? step : 'plan';
}

/** How far the work is, in words. */
export function progressWords(job: Job): string {
  if (job.isCancelAsked) return content.cancelling;
  if (job.state === 'waiting') return content.waiting;
  if (!job.kind.endsWith('-plan')) return content.moment;
  const { stepsDone: done, stepsTotal: total } = job;
  if (done > 0 && done === total) return content.comparing(words(done));
  return total === undefined ? content.beginning : content.rows(words(done), words(total));
}

function words(count: number): string {
  return count.toLocaleString('en-US');
}
