import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, unescaped, XmlScanner } from './xml-scanner.ts';

function eventsOf(xml: string, piece = xml.length || 1): string {
  let events = '';
  const scanner = new XmlScanner({
    open: (name) => {
      events += `<${name}>`;
    },
    close: (name) => {
      events += `</${name}>`;
    },
    text: (raw) => {
      events += unescaped(raw);
    },
  });
  for (let at = 0; at < xml.length; at += piece) scanner.write(xml.slice(at, at + piece));
  return events;
}

describe('XML', () => {
  it.each([
    ['<a b="1">x</a>', '<a>x</a>'],
    ['<x:a xmlns:x="u:v"><x:b/></x:a>', '<a><b></b></a>'],
    ['<a b="1>2" c=\'"\'/>', '<a></a>'],
    ['<?xml version="1.0"?><!-- <b> --><a/>', '<a></a>'],
    ['<a><![CDATA[1 < 2 & 3 &amp;]]></a>', '<a>1 < 2 & 3 &amp;</a>'],
    ['<!DOCTYPE a><a>&lt;&#65;&#x42;&unknown;&gt;</a>', '<a><AB&unknown;></a>'],
    ['<a\n b="1"\n/>', '<a></a>'],
  ])('%s is walked through', (xml, expected) => {
    expect(eventsOf(xml)).toBe(expected);
  });

  it('is the same wherever its pieces break', () => {
    const xml =
      '<?xml version="1.0"?><x:a b="1>2"><!-- - -- > --><c d=\'"\'/>text &amp; more<![CDATA[]] >]]></x:a>';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (piece) => {
        expect(eventsOf(xml, piece).replace('&amp;', '&')).toBe(eventsOf(xml));
      }),
    );
  });

  it('that never ends is refused, not gathered', () => {
    const scanner = new XmlScanner({ open() {}, close() {}, text() {} });
    const endless = () => {
      for (let piece = 0; piece < 100; piece++) scanner.write(`<a ${'b'.repeat(100_000)}`.slice(3));
    };
    scanner.write('<a ');
    expect(endless).toThrow('corrupt');
  });

  it.each([
    ['<c r="A1" t="s"', 'r', 'A1'],
    ["<c spans = '1:3'", 'spans', '1:3'],
    ['<c rr="1" r="2"', 'r', '2'],
    ['<c x="r=" r="2"', 'r', '2'],
    ['<sheet name="A &amp; B"', 'name', 'A & B'],
    ['<c r=""', 'r', ''],
    ['<c', 'r', undefined],
  ])('%s has an attribute %s of %s', (tag, name, value) => {
    expect(attribute(tag, name)).toBe(value);
  });
});
