/** People as the program itself makes and finds them, outside of any sign-in. */
export { ensurePerson, type KnownPerson } from './person-store.ts';
