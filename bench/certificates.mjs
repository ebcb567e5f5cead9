import { createDocumentMaker } from '../dist/documents/document-maker.js';
import { median, peakMegabytes, timed } from './measuring.mjs';

const documents = 200;

/** Certificates one after the other, each for another agency. */
export async function measureCertificates({ size }) {
  const maker = createDocumentMaker();
  await maker.certificate(factsOf(0));
  const all = [];
  for (let round = 0; round < size.rounds; round++) {
    const { milliseconds } = await timed(async () => {
      for (let place = 1; place <= documents; place++)
        await maker.certificate(factsOf(round * documents + place));
    });
    all.push(documents / (milliseconds / 1000));
  }
  return [
    {
      name: 'certificates as PDF/UA',
      unit: 'PDF/s',
      ours: median(all),
      all: { ours: all },
      peakMegabytes: peakMegabytes(),
    },
  ];
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
