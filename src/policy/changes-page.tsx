import { longDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { ChangedText } from './changed-text.tsx';
import { changesContent as content } from './changes-content.ts';
import { checklistContent } from './checklist-content.ts';
import type { AgencyPolicy } from './policy.ts';
import type { ElementChange, PolicyChanges, ShownStatus, TextComparison } from './policy-changes.ts';
import { statusLabels } from './policy-content.ts';

export interface ChangesPageProps {
  readonly agency: AgencyPlace;
  readonly before: AgencyPolicy;
  readonly after: AgencyPolicy;
  readonly versions: readonly AgencyPolicy[];
  readonly changes: PolicyChanges;
}

/** Two versions of the policy, element by element. */
export function ChangesPage({ agency, before, after, versions, changes }: ChangesPageProps) {
  const base = `/workspace/${agency.slug}/policy`;
  const others = versions.filter(({ id }) => id !== after.id);
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.title(after.title)}
      lead={content.lead(versionName(after), versionName(before))}
      trail={[
        sectionLink(agency, 'policy'),
        { label: checklistContent.readTitle(after.title), href: `${base}/versions/${after.id}` },
      ]}
    >
      {others.length > 1 ? (
        <form class="usa-form om-form" method="get" action={`${base}/versions/${after.id}/changes`}>
          <Select
            name="with"
            label={content.otherVersion}
            value={before.id}
            choices={others.map((other) => ({ value: other.id, label: versionName(other) }))}
          />
          <ButtonGroup>
            <Button look="outline">{content.submit}</Button>
          </ButtonGroup>
        </form>
      ) : null}
      <Section heading={content.factsHeading}>
        <DetailChanges before={before} after={after} changes={changes} />
      </Section>
      <Section heading={content.elementsHeading}>
        <p>{content.compared}</p>
        {changes.changed.length === 0 ? <p>{content.noDifference}</p> : null}
        {changes.changed.map((change) => (
          <ElementChanges change={change} />
        ))}
        <Unchanged changes={changes} />
      </Section>
    </WorkspacePage>
  );
}

/** Of what stayed as it was, whether its text was compared too, and whose choice of passages that rests on. */
function Unchanged({ changes: { same, notCompared } }: Pick<ChangesPageProps, 'changes'>) {
  const isAccepted = ({ text }: ElementChange) =>
    text.is !== 'not-compared' && text.before.from === 'accepted' && text.after.from === 'accepted';
  const accepted = same.filter(isAccepted);
  const proposed = same.filter((change) => !isAccepted(change));
  return (
    <>
      {accepted.length > 0 ? <p>{content.unchanged(titles(accepted))}</p> : null}
      {proposed.length > 0 ? <p>{content.unchangedProposed(titles(proposed))}</p> : null}
      {notCompared.length > 0 ? <p>{content.notComparedIn(titles(notCompared))}</p> : null}
    </>
  );
}

function titles(changes: readonly ElementChange[]): readonly string[] {
  return changes.map(({ element }) => element.title);
}

function DetailChanges({ before, after, changes }: Pick<ChangesPageProps, 'before' | 'after' | 'changes'>) {
  if (changes.details.length === 0) return <p>{content.same}</p>;
  const shown = (policy: AgencyPolicy, name: (typeof changes.details)[number]) => {
    const text = name === 'document' ? policy.document.name : (policy[name] ?? '');
    const day = parseCalendarDate(text);
    return day ? longDate(day) : text || content.nothing;
  };
  return (
    <Table
      caption={content.factsHeading}
      captionHidden
      rows={changes.details}
      columns={[
        { heading: '', headingHidden: true, rowHeader: true, cell: (name) => content.fact[name] },
        { heading: content.before, cell: (name) => shown(before, name) },
        { heading: content.after, cell: (name) => shown(after, name) },
      ]}
    />
  );
}

function ElementChanges({ change }: { change: ElementChange }) {
  const { element, status, reference, notes, text } = change;
  const { columns } = checklistContent;
  const words = (value: ShownStatus) => {
    if (value === 'to-check') return checklistContent.toCheck;
    return value ? statusLabels[value] : checklistContent.noAnswer;
  };
  return (
    <Section heading={element.title} level={3}>
      <dl class="om-changes">
        {status ? (
          <>
            <dt>{columns.status}</dt>
            <dd>
              <ChangedText before={words(status.before)} after={words(status.after)} />
            </dd>
          </>
        ) : null}
        {reference ? (
          <>
            <dt>{columns.reference}</dt>
            <dd>
              <ChangedText {...reference} />
            </dd>
          </>
        ) : null}
        {notes ? (
          <>
            <dt>{columns.notes}</dt>
            <dd>
              <ChangedText {...notes} />
            </dd>
          </>
        ) : null}
        <dt>{content.text}</dt>
        <dd>
          <TextCompared text={text} />
        </dd>
      </dl>
    </Section>
  );
}

function TextCompared({ text }: { text: TextComparison }) {
  if (text.is === 'not-compared') return <p>{content.notCompared[text.missing]}</p>;
  const { before, after } = text;
  return (
    <>
      {before.from === 'proposed' ? <p class="om-quiet">{content.proposed.before}</p> : null}
      {after.from === 'proposed' ? <p class="om-quiet">{content.proposed.after}</p> : null}
      {text.is === 'same' ? (
        <p>{content.sameText}</p>
      ) : (
        <ChangedText before={before.text} after={after.text} />
      )}
    </>
  );
}

/** A version by what tells it from others: its title, number and first day. */
function versionName({ title, number, effectiveOn }: AgencyPolicy): string {
  const named = number === '' ? title : `${title} (${number})`;
  return effectiveOn ? `${named}, from ${longDate(effectiveOn)}` : named;
}
