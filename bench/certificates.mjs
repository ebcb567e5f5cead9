import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { createDocumentMaker } from '../dist/documents/document-maker.js';
import { signedCertificateWith } from '../dist/documents/signed-documents.js';
import { certificatesIn } from '../dist/signing-key/certificate-pem.js';
import { newSigningKey } from '../dist/signing-key/new-signing-key.js';
import { findChromium } from '../scripts/chromium.mjs';
import { certificateBody, certificatePage } from './certificate-page.mjs';
import { median, peakMegabytes, timed } from './measuring.mjs';
import { processorMilliseconds } from './process-time.mjs';

const documents = 200;
/** A browser takes so much longer that fewer tell as much. */
const printed = 10;
/** How many times as many certificates a core shall sign as a browser prints that is kept open. */
const aim = 50;

/** Certificates on one core, signed and unsigned, against a browser that prints the same page. */
export async function measureCertificates({ size, folder }) {
  keepToOneCore();
  const maker = createDocumentMaker();
  const signer = await aSigner();
  const unsigned = (facts) => maker.certificate(facts);
  const signed = (facts) => signedCertificateWith(signer, { documents: maker, now: () => new Date() }, facts);
  const browser = await openBrowser(folder);
  await unsigned(factsOf(0));
  const all = { unsigned: [], signed: [], printed: [], refilled: [] };
  let place = 1;
  const rate = async (count, work, owner) => {
    const before = processorMilliseconds(owner);
    const { milliseconds } = await timed(async () => {
      for (let made = 0; made < count; made++) await work(factsOf(place++));
    });
    const busy = before === undefined ? milliseconds : processorMilliseconds(owner) - before;
    return count / (busy / 1000);
  };
  for (let round = 0; round < size.rounds; round++) {
    all.unsigned.push(await rate(documents, unsigned, process.pid));
    all.signed.push(await rate(documents, signed, process.pid));
    if (!browser) continue;
    all.printed.push(await rate(printed, browser.print, process.pid));
    all.refilled.push(await rate(printed, browser.refill, process.pid));
  }
  await browser?.close();
  return [
    line('certificates as PDF/UA', all.unsigned, all.printed),
    line('certificates, signed', all.signed, all.printed, { leastRatio: aim }),
    line('the same against a page kept loaded', all.signed, all.refilled),
  ];
}

function line(name, ours, theirs, more = {}) {
  const result = { name, unit: 'PDF/s of a core', ours: median(ours), all: { ours, theirs } };
  if (theirs.length === 0) return { ...result, peakMegabytes: peakMegabytes() };
  return {
    ...result,
    ...more,
    bare: median(theirs),
    against: 'Chromium kept open',
    ratio: median(ours) / median(theirs),
    peakMegabytes: peakMegabytes(),
  };
}

/** The whole process with what it starts; where the system has no word for it, all cores are used alike. */
function keepToOneCore() {
  spawnSync('taskset', ['-acp', '0', String(process.pid)]);
}

async function aSigner() {
  const subject = { name: 'One Mind Campaign', organization: 'The Issuer' };
  const key = await newSigningKey('document', subject, new Date());
  return { privateKey: key.privateKey, certificates: certificatesIn(key.certificatePem) };
}

/**
 * One browser and one page that stay open. `print` loads each certificate as a document of its own, its fonts from the
 * browser's cache; `refill` does the least a browser can do: the document stays, and only what differs is put in.
 */
async function openBrowser(folder) {
  const found = findChromium(console.error);
  if (!found) return undefined;
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  const address = join(folder, 'certificate.html');
  const asPdf = () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  const print = async (facts) => {
    await writeFile(address, certificatePage(facts));
    await page.goto(pathToFileURL(address).href);
    await page.evaluate(() => document.fonts.ready);
    return asPdf();
  };
  const refill = async (facts) => {
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, certificateBody(facts));
    return asPdf();
  };
  await print(factsOf(0));
  return { print, refill, close: () => browser.close() };
}

function factsOf(place) {
  const number = `OM-2026-${String(place).padStart(6, '0')}`;
  return {
    number,
    agencyName: `Elm Fork ${place} Police Department`,
    place: 'Elm Fork, Texas',
    certifiedOn: '2026-03-05',
    pledgedOn: '2024-03-05',
    rulesTitle: 'One Mind Pledge',
    verifyUrl: `https://onemind.example/verify/${number}`,
    campaignName: 'One Mind Campaign',
    issuer: 'The Issuer',
    signatory: { name: 'A. Signatory', title: 'President' },
    statement: 'has completed the pledge and met all of its requirements.',
    snapshotHash: place.toString(16).padStart(64, '0'),
  };
}
