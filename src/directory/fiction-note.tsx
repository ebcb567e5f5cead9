import { Alert } from '../uswds/alert.tsx';
import { directoryContent as content } from './directory-content.ts';

/** For pages about agencies of the demonstration. */
export function FictionNote() {
  return (
    <Alert kind="info" slim>
      {content.fiction}
    </Alert>
  );
}
