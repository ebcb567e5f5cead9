import { focusErrorSummary } from './error-summary.ts';
import { sendFormsOnce } from './form-sending.ts';
import { offerPasskeys } from './passkey.ts';
import { freeTablesThatFit } from './table-frame.ts';
import { followWork } from './work-progress.ts';

// Every page works without this module; it makes some of them more comfortable.
focusErrorSummary(document);
sendFormsOnce(document);
freeTablesThatFit(document);
offerPasskeys(document);
followWork(document);
