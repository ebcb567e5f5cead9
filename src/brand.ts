declare const brand: unique symbol;

/** A string that stands for one thing and can't be passed where another is meant: `Brand<'AgencyId'>`. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
