import { describe, expect, it } from 'vitest';
import { aBakedPng, aBakedSvg } from '../testing/a-badge.ts';
import { aCredentialKey, aSignedCredential, exampleNow, trusting } from '../testing/a-credential.ts';
import { checkCredential } from './check-credential.ts';
import type { CheckedCredential } from './credential-check.ts';

const key = aCredentialKey();
const issuer = trusting(key);
const signed = await aSignedCredential(key, { name: 'Elm Fork Police' });
const svg = aBakedSvg(signed.json, key);

interface Form {
  readonly name: string;
  readonly bytes: Buffer;
  /** The bytes that hold the credential; outside of them is only the picture. */
  readonly from: number;
  readonly to: number;
  /** Every how-many-th byte is flipped: working out what JSON-LD means takes some milliseconds. */
  readonly step: number;
}

const whole = (name: string, bytes: Buffer, step: number): Form => ({
  name,
  bytes,
  from: 0,
  to: bytes.length,
  step,
});
const forms: readonly Form[] = [
  whole('JSON-LD', Buffer.from(signed.json), 4),
  whole('VC-JWT', Buffer.from(signed.jwt), 1),
  whole('PNG', await aBakedPng(signed.json, key), 1),
  whole('SVG', Buffer.from(svg), 4),
];

describe.each(forms)('$name', ({ bytes, from, to, step }) => {
  it('with any one byte of the credential changed is never intact and says something else', {
    timeout: 240_000,
  }, async () => {
    const untouched = await answerTo(bytes);
    const wrong: number[] = [];
    for (let place = from; place < to; place += step) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      const answer = await answerTo(flipped);
      // A space may become another space, and two ways to write one sign are the same sign: what it says is untouched.
      if (answer && JSON.stringify(answer) !== JSON.stringify(untouched)) wrong.push(place);
      if (answer && !isSameText(bytes, flipped)) wrong.push(place);
    }
    expect(wrong).toEqual([]);
  });
});

async function answerTo(bytes: Buffer): Promise<CheckedCredential | undefined> {
  const answer = await checkCredential(bytes, issuer, exampleNow);
  return answer.is === 'intact' ? answer.credential : undefined;
}

/** Whether both hold the same JSON; a flip between its parts changes nothing that is signed. */
function isSameText(one: Buffer, other: Buffer): boolean {
  const json = (bytes: Buffer) => {
    const text = bytes.toString();
    const begin = text.indexOf('{"@context"');
    return begin < 0 ? text : JSON.stringify(JSON.parse(text.slice(begin, text.lastIndexOf('}') + 1)));
  };
  return json(one) === json(other);
}
