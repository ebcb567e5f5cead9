import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCertificate } from '../testing/a-certificate.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
const samples: Uint8Array[] = [];
beforeAll(async () => {
  app = await createTestApp({ environment: {} });
  const agency = await anAgency(app.databases);
  const number = await aCertificate(app.databases, agency, await aCampaignMember(app.databases, 'reviewer'));
  const session = await app.signIn(agency.coordinator.email);
  const base = `/workspace/${agency.agency.slug}/review/certificates/${number}`;
  for (const path of [`${base}/certificate.pdf`, `${base}/letter.pdf`])
    samples.push(new Uint8Array(await (await app.get(path, session)).arrayBuffer()));
  for (const ending of ['png', 'svg', 'json', 'jwt'])
    samples.push(new Uint8Array(await (await app.get(`/credentials/${number}.${ending}`)).arrayBuffer()));
});
afterAll(() => app.close());

async function shown(bytes: Uint8Array): Promise<{ readonly status: number; readonly text: string }> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(bytes)], 'x'));
  const answer = await app.post('/verify', form);
  return { status: answer.status, text: await answer.text() };
}

const valid = 'Real and valid';

describe('files that were damaged or made to harm', () => {
  it('begins with samples that are real', async () => {
    for (const sample of samples) expect((await shown(sample)).text).toContain(valid);
  });

  it('never fails and never takes a damaged file for a real one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(samples.length - 1),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'zero'),
        async (which, at, mask, how) => {
          const sample = samples[which] ?? new Uint8Array();
          const place = at % sample.length;
          const damaged = damage(sample, place, mask, how);
          const { status, text } = await shown(damaged);
          expect(status).toBeLessThan(500);
          if (text.includes(valid)) expect(sameMeaning(sample, damaged)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  it.each([
    ['nothing but an opening', '{'.repeat(200_000)],
    ['lists in lists', `{"@context":${'['.repeat(100_000)}`],
    [
      'a remote vocabulary',
      JSON.stringify({ '@context': ['http://127.0.0.1:1/x'], credentialSubject: {}, proof: {} }),
    ],
    ['a huge string', JSON.stringify({ '@context': 'x'.repeat(3_000_000), credentialSubject: {} })],
    ['a token without a signature', `${encoded({ alg: 'none' })}.${encoded({ vc: {} })}.`],
    [
      'a token that brings its key',
      `${encoded({ alg: 'EdDSA', jku: 'http://127.0.0.1:1/' })}.${encoded({})}.AAAA`,
    ],
    ['an SVG with a bomb of entities', '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><svg>&d;</svg>'],
    ['a PDF that says it is one', '%PDF-1.7\n1 0 obj<</ByteRange[0 0 0 0]/Contents<>>>'],
  ])('answers about %s soon and in words', async (_name, text) => {
    const { status, text: page } = await shown(new TextEncoder().encode(text));
    expect(status).toBe(200);
    expect(page).toContain('What we found');
    expect(page).not.toContain(valid);
  });

  it('takes no polyglot and no drawing of others for a badge of ours', async () => {
    const svg = new TextDecoder().decode(samples[3]);
    const baked = /<openbadges:credential>.*<\/openbadges:credential>/s.exec(svg)?.[0] ?? '';
    const forged = [
      `<!doctype html><h1>Gotham Police</h1><div hidden>${baked}</div>`,
      `<svg>${baked}</svg>\n%PDF-1.4\n1 0 obj\nendobj\n%%EOF`,
      svg.replace('</svg>', '<text>Gotham Police</text><script>alert(1)</script></svg>'),
      `<svg xmlns="http://www.w3.org/2000/svg">${baked}</svg>`,
    ];
    const pages = await Promise.all(forged.map((text) => shown(new TextEncoder().encode(text))));
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text).not.toContain(valid);
    }
    expect(pages[2]?.text).toContain('The picture around it is not one of ours');
    expect(pages[3]?.text).toContain('The picture around it is not one of ours');
  });

  it('says of a token without a signature that it bears none of ours', async () => {
    const [, body] = new TextDecoder().decode(samples[5]).split('.');
    const { text } = await shown(new TextEncoder().encode(`${encoded({ alg: 'none' })}.${body}.`));
    expect(text).toContain('What we found: Not signed');
    const step = text.slice(text.indexOf('It bears a signature of ours.'));
    expect(step.slice(0, step.indexOf('</li>'))).toMatch(/No(<|$)/);
  });

  it('does not unpack a picture that swells', async () => {
    const packed = deflateSync(Buffer.alloc(50_000_000, 65));
    const data = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), packed]);
    const png = Buffer.concat([
      Buffer.from(samples[2] ?? []).subarray(0, 33),
      chunk('iTXt', data),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    expect((await shown(png)).text).not.toContain(valid);
  });
});

function damage(sample: Uint8Array, at: number, mask: number, how: string): Uint8Array {
  switch (how) {
    case 'cut':
      return sample.slice(0, at);
    case 'repeat':
      return Buffer.concat([sample, sample.slice(at)]);
    case 'insert':
      return Buffer.concat([sample.slice(0, at), Buffer.from([mask]), sample.slice(at)]);
    case 'zero':
      return Uint8Array.from(sample, (byte, place) => (place >= at && place < at + 16 ? 0 : byte));
    default:
      return Uint8Array.from(sample, (byte, place) => (place === at ? byte ^ mask : byte));
  }
}

/** White space around or between the parts of a JSON text says nothing, and neither do pictures beside the credential. */
function sameMeaning(sample: Uint8Array, damaged: Uint8Array): boolean {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (text(sample).startsWith('<svg') || text(sample).startsWith('<?xml'))
    return bakedIn(sample) === bakedIn(damaged);
  try {
    return JSON.stringify(JSON.parse(text(sample))) === JSON.stringify(JSON.parse(text(damaged)));
  } catch {
    return text(sample).trim() === text(damaged).trim();
  }
}

function bakedIn(svg: Uint8Array): string | undefined {
  return /<!\[CDATA\[(.*?)\]\]>/s.exec(new TextDecoder().decode(svg))?.[1]?.trim();
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
