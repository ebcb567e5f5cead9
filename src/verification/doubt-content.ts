import type { AlteredReason } from '../credential/credential-check.ts';
import type { UnreadableBecause } from './examination.ts';

const chooseAgain = 'Choose the file as you got it.';

/** Why nothing can be said about a thing, in sentences for the site and the command line alike. */
export function unreadableSentence(because: UnreadableBecause): string {
  switch (because) {
    case 'not-a-credential':
      return `It is none of the certificates, letters, badges and credentials that are checked here, or it is damaged. ${chooseAgain}`;
    case 'too-large':
      return `It is larger than any real one. ${chooseAgain}`;
    case 'too-complex':
      return `Its text has more parts than any real credential: it is another kind of file, or it is damaged. ${chooseAgain}`;
    case 'name-twice':
      return `The same name stands twice in its text, so it can be read in two ways. No real credential is like that: it was changed or is damaged. ${chooseAgain}`;
    case 'not-a-picture':
      return `It begins like a drawing (SVG), but is not one to its end: it was changed or is damaged. ${chooseAgain}`;
    case 'nothing-baked':
      return 'This picture holds no credential. A badge on a website shows today’s standing only on that site, and proves nothing by itself. Type the certificate’s number instead.';
    case 'several-baked':
      return `This picture holds more than one credential. A real badge holds one: this one was changed. ${chooseAgain}`;
    case 'baked-compressed':
      return 'The credential in this picture is packed, so it is not opened. A real badge is never packed. Ask the agency for its badge.';
    case 'image-broken':
      return `The picture is damaged, cut off or was edited. ${chooseAgain}`;
  }
}

/** What of a thing is not as it was issued. */
export function alteredSentence(because: AlteredReason): string {
  switch (because) {
    case 'signature':
      return 'Its signature does not belong to what it says: something was changed, added or taken away.';
    case 'form':
      return 'It is not made the way real ones are: something was changed, added or taken away.';
    case 'vocabulary':
      return 'Its words rest on a list of terms that no real one uses: it was changed.';
    case 'token-head':
      return 'Its first part is not the one that every real token begins with: it was changed.';
    case 'token-claims':
      return 'It says one thing in the token and another in the credential: it was changed.';
    case 'image-checksum':
      return 'The picture is damaged or was edited.';
  }
}
