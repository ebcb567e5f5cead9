import { longDay } from '../identity/day-text.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonGroup } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { placeWords } from './organization-content.ts';
import type { OrganizationDossier, ShownMerge } from './organization-desk-actions.ts';
import { deskContent } from './organization-desk-content.ts';
import type { AlikeRecord } from './organization-record.ts';

const words = deskContent.page;

interface DossierPart {
  readonly dossier: OrganizationDossier;
  /** The organization's address. */
  readonly base: string;
}

/** Records that may be the same organization, to be joined or kept apart. */
export function AlikeSection({ dossier, base }: DossierPart) {
  return (
    <Section heading={words.alike}>
      <Table
        caption={words.alike}
        captionHidden
        rows={dossier.alike}
        empty={<p>{words.noAlike}</p>}
        columns={[
          {
            heading: words.name,
            rowHeader: true,
            cell: ({ name, placesServed }) => (
              <>
                {name}
                <br />
                <span class="om-quiet">{placeWords(placesServed)}</span>
              </>
            ),
          },
          { heading: words.likeness, cell: (row) => <Likeness row={row} /> },
          {
            heading: words.actions,
            headingHidden: true,
            cell: ({ id, name }) => (
              <ButtonGroup>
                <a class="usa-link" href={`${base}/merge/${id}`}>
                  {words.compare}
                  <span class="usa-sr-only"> {name}</span>
                </a>
                <ActionForm action={`${base}/apart/${id}`} look="plain" about={name}>
                  {words.apart}
                </ActionForm>
              </ButtonGroup>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Likeness({ row }: { row: AlikeRecord }) {
  return (
    <>
      {words.likenessWords(row.likeness, row.isSameSite)}{' '}
      {row.isAsked ? <StatusTag standing="attention">{words.askedFor}</StatusTag> : null}
      {row.isToldApart ? <StatusTag standing="attention">{words.toldApart}</StatusTag> : null}
    </>
  );
}

/** What was merged into the record, and the way back while there is one. */
export function MergesSection({ dossier: { merges }, base }: DossierPart) {
  if (merges.length === 0) return null;
  return (
    <Section heading={words.merges}>
      <Table
        caption={words.merges}
        captionHidden
        rows={merges}
        columns={[
          { heading: words.merged, rowHeader: true, cell: ({ merged }) => merged.name },
          { heading: words.on, cell: ({ at }) => longDay(at) },
          {
            heading: words.actions,
            headingHidden: true,
            cell: (merge) => <Undo merge={merge} base={base} />,
          },
        ]}
      />
    </Section>
  );
}

function Undo({ merge, base }: { merge: ShownMerge; base: string }) {
  if (merge.undo !== 'possible') return <>{words.undoWords[merge.undo]}</>;
  const since = merge.placesSince.map(({ name, email }) => (name ? `${name} (${email})` : email));
  return (
    <>
      <ActionForm action={`${base}/merges/${merge.id}/undo`} look="outline" about={merge.merged.name}>
        {words.undo}
      </ActionForm>
      {since.length > 0 ? <p class="om-quiet">{words.placesEnd(since)}</p> : null}
    </>
  );
}
