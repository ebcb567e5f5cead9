/** So many may be at something at once; the others wait in the order they came. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Whether a turn came within so many seconds. Who took one gives it back. */
  async take(seconds: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free--;
      return true;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const come = () => resolve(true);
    this.#waiting.push(come);
    const timer = setTimeout(() => {
      const place = this.#waiting.indexOf(come);
      if (place >= 0) this.#waiting.splice(place, 1);
      resolve(false);
    }, seconds * 1000);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
