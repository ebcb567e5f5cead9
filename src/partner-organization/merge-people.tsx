import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { deskContent } from './organization-desk-content.ts';
import type { MergePerson, MergePreview, MergeSide } from './organization-merge.ts';

const words = deskContent.merge;

interface Row extends MergePerson {
  readonly of: string;
}

/** Everybody who would speak for the joined record, and everybody whose invitation would stop working, by address. */
export function MergePeople({ preview }: { preview: MergePreview }) {
  const { kept, merged } = preview;
  const people = [...rowsOf(kept, kept.representatives), ...rowsOf(merged, merged.representatives)];
  const invited = [...rowsOf(kept, kept.invited), ...rowsOf(merged, merged.invited)];
  return (
    <>
      <Section heading={words.people.heading}>
        <p>{words.people.lead}</p>
        <Table
          caption={words.people.heading}
          captionHidden
          rows={people}
          empty={<p>{words.people.none}</p>}
          columns={[
            { heading: words.people.name, rowHeader: true, cell: (row) => <Person row={row} /> },
            { heading: words.people.of, cell: ({ of }) => of },
            { heading: words.people.remark, cell: (row) => <Remark row={row} /> },
          ]}
        />
      </Section>
      {invited.length > 0 ? (
        <Section heading={words.invited.heading}>
          <Table
            caption={words.invited.heading}
            captionHidden
            rows={invited}
            columns={[
              { heading: words.invited.email, rowHeader: true, cell: ({ email }) => email },
              { heading: words.invited.of, cell: ({ of }) => of },
              { heading: words.people.remark, cell: (row) => <Remark row={row} /> },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}

function rowsOf({ organization }: MergeSide, people: readonly MergePerson[]): readonly Row[] {
  return people.map((person) => ({ ...person, of: organization.name }));
}

function Person({ row: { name, email } }: { row: Row }) {
  if (!name) return <>{email}</>;
  return (
    <>
      {name}
      <br />
      <span class="om-quiet">{email}</span>
    </>
  );
}

function Remark({ row: { atDomainOf } }: { row: Row }) {
  if (atDomainOf.length === 0) return null;
  return <StatusTag standing="attention">{words.people.atDomain(atDomainOf)}</StatusTag>;
}
