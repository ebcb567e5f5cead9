import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import type { ActionItemId } from './action-item.ts';
import { actionListContent, actionFormContent as content } from './action-item-content.ts';
import type { TypedAction } from './action-item-form.ts';
import { jointContent, sideChoices } from './joint-content.ts';
import { JointPage } from './joint-page.tsx';
import type { JointPlace } from './joint-place.ts';

export interface ActionFormPageProps {
  readonly place: JointPlace;
  /** The action that is changed; undefined for a new one. */
  readonly action: { readonly id: ActionItemId; readonly what: string } | undefined;
  readonly revision: number;
  readonly typed: TypedAction;
  /** The meeting it was decided at, in words. */
  readonly meeting?: string | undefined;
  readonly conflict?: readonly ConflictField[] | undefined;
  readonly errors?: FormErrors | undefined;
}

export function ActionFormPage(props: ActionFormPageProps) {
  const { place, action, typed, errors = noErrors } = props;
  const list = `${place.base}/actions`;
  const here = action && `${list}/${action.id}`;
  const back = here ?? (typed.meeting ? `${place.base}/meetings/${typed.meeting}` : list);
  const field = (name: 'what' | 'ownerSide' | 'ownerName' | 'dueOn') => ({
    name,
    value: typed[name],
    error: errors[name],
  });
  return (
    <JointPage
      place={place}
      section="actions"
      title={action ? content.editTitle : content.addTitle}
      lead={content.addLead}
      errors={errors}
      trail={[
        { label: actionListContent.title, href: list },
        ...(action && here ? [{ label: action.what, href: here }] : []),
      ]}
    >
      {props.conflict ? <EditConflict fields={props.conflict} /> : null}
      {props.meeting ? (
        <p>
          {content.meeting}: {props.meeting}
        </p>
      ) : null}
      <Form
        action={here ? `${here}/edit` : `${list}/new`}
        hidden={{ revision: String(props.revision), meeting: typed.meeting }}
      >
        <TextArea {...field('what')} label={content.what} rows={2} maxlength={1000} required />
        <RadioGroup
          {...field('ownerSide')}
          label={content.ownerSide}
          choices={sideChoices(place.partnership)}
          required
        />
        <TextField {...field('ownerName')} label={content.ownerName} hint={content.ownerNameHint} />
        <DateField {...field('dueOn')} label={content.dueOn} required />
        <ButtonGroup>
          <Button>{action ? content.editSubmit : content.addSubmit}</Button>
          <ButtonLink look="plain" href={back}>
            {jointContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </JointPage>
  );
}
