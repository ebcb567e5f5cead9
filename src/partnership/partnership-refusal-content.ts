import { stateLabels } from './partnership-content.ts';
import type { AnswerRefusal, ProposalRefusal, RevisionRefusal } from './partnership-refusal.ts';

type Refusal = AnswerRefusal | ProposalRefusal | RevisionRefusal;

/** What to tell a person whose act was refused: the field it is about (`form` for the whole), and the sentence. */
export function refusalMessage(refusal: Refusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'organization-not-found':
      return { form: 'This organization can’t be chosen. Go back and look for it again' };
    case 'partnership-live':
      return {
        form: 'You already have a partnership with this organization. Go back to the list and change that one',
      };
    case 'representative-missing':
      return { representativeEmail: 'Enter the email address of the person who speaks for the organization' };
    case 'representative-own-colleague':
      return {
        representativeEmail:
          'Enter an address of the organization. This one belongs to somebody at your agency, who can’t confirm for the partner',
      };
    case 'partnership-not-found':
      return { form: 'This partnership is not here any more. Go back to the list' };
    case 'partnership-changed':
      return {
        form: 'It was changed while you had this page open. Read what it says now, then send your answer again',
      };
    case 'partnership-elsewhere':
      return {
        form: `This can’t be done any more: the partnership is now “${stateLabels[refusal.state]}”. Read what it says now`,
      };
    case 'nothing-waits':
      return {
        form: 'Nothing waits for your answer any more. Read what it says now',
      };
    case 'own-agency':
      if (refusal.hasProposed) {
        return {
          form: 'You proposed this for the other side, so you can’t answer it. Ask a colleague on this side to do it',
        };
      }
      return {
        form: 'You work at this agency, so you can’t confirm for its partner. Ask a colleague of the organization to do it',
      };
  }
}
