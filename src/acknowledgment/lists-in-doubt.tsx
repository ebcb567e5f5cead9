import { Alert } from '../uswds/alert.tsx';
import { acknowledgmentContent as content } from './acknowledgment-content.ts';
import type { ImportedList } from './sign-off-late-actions.ts';

/** People of imported lists who wait for somebody to say who they are, or when they signed. */
export function ListsInDoubt({ lists, base }: { lists: readonly ImportedList[]; base: string }) {
  const open = lists.filter(({ inDoubt }) => inDoubt > 0);
  if (open.length === 0) return null;
  return (
    <Alert kind="warning">
      {open.map(({ id, file, inDoubt }) => (
        <div>
          {content.listInDoubt(file, inDoubt)}{' '}
          <a class="usa-link" href={`${base}/import/${id}?show=review`}>
            {content.listInDoubtLink}
            <span class="usa-sr-only"> {file}</span>
          </a>
        </div>
      ))}
    </Alert>
  );
}
