/** The numbers that people of the roster go by, to tell those of one name apart; people without one are missing. */
export type StaffNumbers = ReadonlyMap<string, string>;
