/** The page does not exist, or not for this person: both look the same from outside. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** The page is for people who are signed in, and nobody is. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}

/** The person is known but may not do this. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** More attempts than the limit allows; `seconds` until the next is taken. */
export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`Too many attempts; the next is taken in ${seconds} seconds.`);
    this.seconds = seconds;
  }
}

/** The request itself can't be used: too large, not a form, cut off. `sentence` tells the person what to do. */
export class UnusableRequest extends Error {
  override readonly name = 'UnusableRequest';
  readonly status: 400 | 413 | 415 | 422;
  readonly sentence: string;

  constructor(status: 400 | 413 | 415 | 422, sentence: string) {
    super(sentence);
    this.status = status;
    this.sentence = sentence;
  }
}
