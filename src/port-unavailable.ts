/** The port is taken, or this user may not use it. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
}
