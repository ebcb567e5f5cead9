import { z } from 'zod';
import { longDate } from '../calendar/calendar-date.ts';
import { type FormFields, sentText } from '../http/form.ts';
import { UnusableRequest } from '../http/refused-request.ts';
import { filedName } from '../person-name/person-name.ts';
import { Checkbox } from '../uswds/checkbox.tsx';
import { CheckboxGroup } from '../uswds/checkbox-group.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { typedDate } from '../uswds/typed-date.ts';
import type { MissingChoice } from './missing-choice.ts';
import type { MissingPerson } from './roster-change-store.ts';
import { rosterImportWords } from './roster-import-content.ts';
import type { StaffId } from './staff-member.ts';

const words = rosterImportWords.missing;

/** More people than this are not chosen one by one. */
export const mostExcepted = 500;

/** Whether those who are not in the file leave, who of them stays all the same, and since when they are gone. */
export function MissingFields({ people, total }: { people: readonly MissingPerson[]; total: number }) {
  return (
    <>
      <Checkbox name="separateMissing" label={words.separate(total)} checked={false} />
      <DateField name="missingLastDay" label={words.lastDay} hint={words.lastDayHint} value="" />
      {total > people.length ? (
        <p class="om-quiet">{words.tooMany}</p>
      ) : (
        <CheckboxGroup
          name="staying"
          label={words.staying}
          hint={words.stayingHint}
          values={[]}
          choices={people.map(({ staff, name, number, rank, hiredOn }) => ({
            value: staff,
            label: filedName(name),
            description: [number, rank, hiredOn && words.hired(longDate(hiredOn))].filter(Boolean).join(', '),
          }))}
        />
      )}
    </>
  );
}

/** What was chosen in the form. A last day that can't be read is asked for again, never guessed. */
export function readMissingChoice(fields: FormFields): MissingChoice {
  const separateMissing = sentText(fields, 'separateMissing') === 'yes';
  if (!separateMissing) return { separateMissing };
  const sent = fields.staying ?? [];
  const staying = (typeof sent === 'string' ? [sent] : sent) as readonly StaffId[];
  const text = sentText(fields, 'missingLastDay');
  const lastDay = text === '' ? undefined : typedDate(text);
  if (text !== '' && !lastDay) throw new UnusableRequest(422, words.lastDayUnreadable);
  return {
    separateMissing,
    ...(staying.length > 0 ? { staying: staying.filter((id) => z.uuid().safeParse(id).success) } : {}),
    ...(lastDay ? { lastDay } : {}),
  };
}
