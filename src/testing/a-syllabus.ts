import { type AdmittedFile, admitDocument } from '../files/file-actions.ts';
import type { Deps } from '../http/environment.ts';
import { smallPdf } from './a-staff-account.ts';
import { withUploadedFile } from './received-file.ts';

/** A syllabus that was found fit to keep, in the store already. */
export function aSyllabus(deps: Pick<Deps, 'files' | 'config'>): Promise<AdmittedFile> {
  return withUploadedFile(smallPdf, 'syllabus.pdf', async (received) => {
    const file = await admitDocument(deps, received);
    if (!file.ok) throw new Error(`The syllabus was refused: ${file.refusal.code}`);
    await file.value.store();
    return file.value;
  });
}
