import { done, type Outcome, refused } from '../outcome.ts';

export interface PlaceLimits {
  /** How many bodies are read at the same moment. */
  readonly places: number;
  /** How many of them may come from one address. */
  readonly placesOfAddress: number;
  /** Bytes that every reading may hold; all our own files are smaller, so a crowd of large ones never shuts them out. */
  readonly ownBytes: number;
  /** Bytes beyond those that all readings together may hold. */
  readonly sharedBytes: number;
  /** After so many milliseconds a reading gives its place to who comes newly, when all are taken. */
  readonly patience: number;
  /** After so many milliseconds a reading ends in any case. */
  readonly deadline: number;
}

/** At most some 130 MB. */
export const placeLimits: PlaceLimits = {
  places: 128,
  placesOfAddress: 6,
  ownBytes: 256 * 1024,
  sharedBytes: 96 * 1024 * 1024,
  patience: 3_000,
  deadline: 20_000,
};

export type NoPlace = { readonly code: 'all-places-taken' | 'address-places-taken' };

/** Where one body may be read and kept until it was checked. */
export interface ReadingPlace {
  /** Resolves when the reading has to end for having taken too long. */
  readonly tooSlow: Promise<void>;
  /** Counts bytes that are kept; false when there is no room for them. */
  hold(bytes: number): boolean;
  /** The body has come whole: it isn't the sender any more who keeps the place taken. */
  arrived(): void;
  /** Gives back the place and the bytes; safe to call twice. */
  leave(): void;
}

interface Taken {
  readonly address: string;
  readonly since: number;
  isArriving: boolean;
  readonly end: () => void;
}

/** The places of one web process. Who sends nothing keeps nobody out: where all are taken, the oldest reading ends. */
export class ReadingPlaces {
  readonly #limits: PlaceLimits;
  /** In the order they were taken. */
  readonly #taken = new Set<Taken>();
  #shared = 0;

  constructor(limits: PlaceLimits = placeLimits) {
    this.#limits = limits;
  }

  /** `now`: milliseconds of any clock that only goes forward. */
  take(address: string, now: number): Outcome<ReadingPlace, NoPlace> {
    const { places, placesOfAddress } = this.#limits;
    const ofAddress = [...this.#taken].filter((taken) => taken.address === address);
    if (ofAddress.length >= placesOfAddress && !this.#endOldest(ofAddress, now)) {
      return refused({ code: 'address-places-taken' });
    }
    if (this.#taken.size >= places && !this.#endOldest(this.#taken, now)) {
      return refused({ code: 'all-places-taken' });
    }
    return done(this.#place(address, now));
  }

  #endOldest(taken: Iterable<Taken>, now: number): boolean {
    const oldest = Iterator.from(taken).find(({ isArriving }) => isArriving);
    if (!oldest || now - oldest.since < this.#limits.patience) return false;
    oldest.end();
    return true;
  }

  #place(address: string, since: number): ReadingPlace {
    const { ownBytes, sharedBytes, deadline } = this.#limits;
    const slow = Promise.withResolvers<void>();
    const end = () => {
      this.#taken.delete(taken);
      slow.resolve();
    };
    const timer = setTimeout(end, deadline);
    timer.unref();
    const taken: Taken = { address, since, isArriving: true, end };
    this.#taken.add(taken);
    let held = 0;
    let shared = 0;
    return {
      tooSlow: slow.promise,
      hold: (bytes) => {
        held += bytes;
        const more = Math.max(0, held - ownBytes) - shared;
        if (this.#shared + more > sharedBytes) return false;
        this.#shared += more;
        shared += more;
        return true;
      },
      arrived: () => {
        clearTimeout(timer);
        taken.isArriving = false;
      },
      leave: () => {
        clearTimeout(timer);
        this.#taken.delete(taken);
        this.#shared -= shared;
        shared = 0;
      },
    };
  }
}
