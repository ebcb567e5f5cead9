import { adoptContent } from './adoption-content.ts';
import type { PolicyRefusal } from './policy-refusal.ts';

/** What to tell a person whose act was refused: the field it is about (`form` for the whole), and the sentence. */
export function refusalMessage(
  refusal: PolicyRefusal | { readonly code: 'no-executive' },
): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'draft-not-found':
      return { form: 'There is no draft any more. Go back to the policy page' };
    case 'draft-exists':
      return { form: 'There is a draft already. Go back to the policy page and change that one' };
    case 'draft-changed':
      return {
        form: 'Somebody changed the draft while you had this page open. Look at what is here now, then send yours again',
      };
    case 'policy-not-ready':
      return { form: 'Settle the whole checklist and enter the effective date first' };
    case 'comments-waiting':
      return { overComments: adoptContent.errors.overComments };
    case 'signature-unlike':
      return { name: `Type your name as it stands in your account: ${refusal.expected}` };
    case 'adopted-in-future':
      return { on: 'Enter the day of the adoption, which can’t come after today' };
    case 'passage-not-found':
      return { form: 'This passage is no longer in the document. Look at the passages that are here now' };
    case 'no-active-partner':
      return {
        form: 'No partnership is active yet, so nobody can look at the draft. Add a partnership first',
      };
    case 'not-in-partner-review':
      return { form: 'This policy is no longer open for comments. Ask the agency to open it again' };
    case 'comment-not-found':
      return { form: 'This comment is not here any more. Look at those that are' };
    case 'rescinded-in-future':
      return { on: 'Enter the day from which it no longer holds, which can’t come after today' };
    case 'adopted-not-found':
      return { form: 'No policy is in force. Adopt one first' };
    case 'review-not-later':
      return { reviewOn: 'Enter a day that comes after today and after the effective day' };
    case 'no-executive':
      return { form: 'Your agency has no executive here yet. Invite one on the team page' };
  }
}
