import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { sectionLink } from '../workspace/workspace-page.tsx';
import type { FileImport, ImportTypes, UndoRefusal } from './file-import.ts';
import { importContent } from './file-import-content.ts';
import type { ImportDesk, PreviewParts } from './import-desk.tsx';
import { importPlaces } from './import-place.ts';
import { undoRefusalSentence } from './import-refusal-content.ts';

const content = importContent.preview;

export interface ImportActsProps<T extends ImportTypes> {
  readonly agency: AgencyPlace;
  readonly desk: ImportDesk<T>;
  readonly found: FileImport<T>;
  readonly report: T['report'];
  readonly choices: PreviewParts['choices'];
  /** What stands in the way of undoing the import. */
  readonly undoRefusal: UndoRefusal | undefined;
}

/** What can be done about an import as it is now. */
export function ImportActs<T extends ImportTypes>(props: ImportActsProps<T>) {
  switch (props.found.state) {
    case 'committed':
      return <Undo {...props} />;
    case 'planned':
      return <Decide {...props} />;
    default:
      return null;
  }
}

function Undo<T extends ImportTypes>({ agency, desk, found, undoRefusal }: ImportActsProps<T>) {
  if (undoRefusal) return <p>{undoRefusalSentence(undoRefusal)}</p>;
  return (
    <>
      <p>{content.undoLead}</p>
      <ActionForm action={`${pathOf({ agency, desk, found })}/undo`} look="outline">
        {content.undo}
      </ActionForm>
    </>
  );
}

/** A plan that changes nothing is not offered to be carried out. */
function Decide<T extends ImportTypes>(props: ImportActsProps<T>) {
  const { agency, desk, report, choices } = props;
  const base = pathOf(props);
  const back = sectionLink(agency, importPlaces[desk.subject.name].section);
  const isIdle = desk.changesNothing(report);
  return (
    <Form action={`${base}/commit`} hidden={{ plan: report.stamp }}>
      {choices}
      <ButtonGroup>
        {isIdle ? (
          <ButtonLink href={back.href}>{content.back(back.label)}</ButtonLink>
        ) : (
          <Button>{desk.words.preview.commit}</Button>
        )}
        <ButtonLink look="outline" href={`${base}/columns`}>
          {content.columns}
        </ButtonLink>
        <Button look="plain" formaction={`${base}/discard`}>
          {content.discard}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function pathOf<T extends ImportTypes>(props: Pick<ImportActsProps<T>, 'agency' | 'desk' | 'found'>): string {
  const { agency, desk, found } = props;
  return `/workspace/${agency.slug}/${importPlaces[desk.subject.name].path}/import/${found.id}`;
}
