/** Invented names, so that no demonstration names a real officer. */
export const families: readonly string[] =
  'Quillfeather Brambleworth Thistlewood Larkmoor Fernhollow Ashgrove Mossdale Wrenfield Hazelmere Copperthwaite Dunmarsh Ellerby Foxglove Gorsebank Hartsease Ivorydale Juniperson Kestrelton Lindenbrook Marshwick Nettlecombe Oakenshaw Pebblestone Quarrymoor Rushford Sedgewater Tamarisk Umberly Vinecroft Willowmere Yarrowby Zephyrin Applegarth Birchenough Cloverdell Driftwood Elderfield Flintlock Greenhalgh Hollowell Inglebrook'.split(
    ' ',
  );

export const givens: readonly string[] =
  'Dana Alex Robin Sam Jordan Casey Riley Morgan Quinn Avery Rowan Sage Emery Hollis Marlo Noor Ines Tomas Lucia Kofi Priya Mateo Anika Soren Yara Desmond Leilani Bram Odette Cyrus'.split(
    ' ',
  );
