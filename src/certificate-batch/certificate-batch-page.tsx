import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CertificateNumber } from '../certification/certificate.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { type BatchState, type CertificateBatch, downloadKind } from './certificate-batch.ts';
import { certificateBatchContent, progressWords } from './certificate-batch-content.ts';

const content = certificateBatchContent.batch;
const list = '/campaign/certificates';

/** Without JavaScript the page is loaded anew as often as a person can read it. */
const reloadSeconds = 3;

const titles: Readonly<Record<BatchState['is'], string>> = {
  working: content.title,
  failed: content.title,
  done: content.doneTitle,
  removed: content.removedTitle,
};

/** How far a batch is, and its download when it is made. */
export function CertificateBatchPage(props: {
  readonly roles: readonly CampaignRole[];
  readonly batch: CertificateBatch;
  readonly state: BatchState;
  /** Those in it that do not count today. */
  readonly ended: readonly CertificateNumber[];
}) {
  const { roles, batch, state, ended } = props;
  const base = `${list}/batches/${batch.id}`;
  return (
    <CampaignPage
      roles={roles}
      here={list}
      title={titles[state.is]}
      lead={content.lead(batch.numbers.length)}
      trail={[{ label: certificateBatchContent.title, href: list }]}
      reloadSeconds={state.is === 'working' ? reloadSeconds : undefined}
    >
      {state.is === 'working' ? <Working base={base} state={state} /> : null}
      {state.is === 'failed' ? (
        <>
          <Alert kind="error">{content.failed}</Alert>
          <ActionForm action={`${base}/again`}>{content.retry}</ActionForm>
        </>
      ) : null}
      <p>{content.what[batch.form]}</p>
      {ended.length > 0 ? <Alert kind="warning">{content.ended(ended)}</Alert> : null}
      {state.is === 'removed' ? (
        <>
          <Alert kind="info">{content.removed(state.at)}</Alert>
          <ActionForm action={`${base}/again`}>{content.remake}</ActionForm>
        </>
      ) : null}
      <SummaryList
        facts={[
          { term: content.asked, detail: content.by(batch.askedBy, batch.askedAt) },
          ...(state.is === 'done' ? [{ term: content.keptTerm, detail: content.kept(state.keptUntil) }] : []),
        ]}
      />
      {state.is === 'done' ? (
        <ButtonGroup>
          <ButtonLink href={`${base}/file`}>{content.download[downloadKind(batch)]}</ButtonLink>
          <ButtonLink href={list} look="plain">
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
    </CampaignPage>
  );
}

function Working({ base, state }: { base: string; state: Extract<BatchState, { is: 'working' }> }) {
  return (
    <>
      <div class="om-work" data-progress={`${base}/progress`} data-then={base}>
        <progress
          class="om-work__bar"
          aria-label={content.title}
          max={1}
          value={state.made === 0 ? undefined : state.made / state.total}
        />
        <p class="om-work__words" role="status">
          {progressWords(state)}
        </p>
      </div>
      <p>{content.leave}</p>
      <p>
        <a class="usa-link" href={base}>
          {content.again}
        </a>
      </p>
    </>
  );
}
