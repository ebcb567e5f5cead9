import { describe, expect, it } from 'vitest';
import { readOri } from './ori.ts';
import { findRegion } from './region.ts';

function read(text: string, code: string) {
  const region = findRegion(code);
  if (!region) throw new Error(`No region ${code}`);
  const outcome = readOri(text, region);
  return outcome.ok ? outcome.value : outcome.refusal;
}

describe('an ORI', () => {
  it.each([
    ['TX0570000', 'TX', 'TX0570000'],
    [' tx-057 0000 ', 'TX', 'TX0570000'],
    ['NB0280200', 'NE', 'NB0280200'],
    ['AZDI07000', 'AZ', 'AZDI07000'],
    ['USVHA0100', 'MN', 'USVHA0100'],
    ['GM0010000', 'GU', 'GM0010000'],
    ['ON1234567', 'ON', 'ON1234567'],
  ])('%s of an agency in %s is read as %s', (text, region, ori) => {
    expect(read(text, region)).toBe(ori);
  });

  it.each(['TX057000', 'TX05700000', 'T10570000', 'TX05700_0', 'é'])('%s is not one', (text) => {
    expect(read(text, 'TX')).toEqual({ code: 'ori-malformed' });
  });

  it.each([
    ['NE0280200', 'NE', 'NB'],
    ['OK0570000', 'TX', 'TX'],
  ])('%s does not belong to an agency in %s, whose ORIs begin with %s', (text, region, expected) => {
    expect(read(text, region)).toEqual({ code: 'ori-of-another-state', expected });
  });
});
