/** The zones an agency may keep: every rule of the clock that is in use in the United States and Canada today. */
export const timeZones = [
  { zone: 'America/St_Johns', label: 'Newfoundland time' },
  { zone: 'America/Halifax', label: 'Atlantic time' },
  {
    zone: 'America/Puerto_Rico',
    label: 'Atlantic time without daylight saving (Puerto Rico, Virgin Islands)',
  },
  { zone: 'America/New_York', label: 'Eastern time' },
  { zone: 'America/Chicago', label: 'Central time' },
  { zone: 'America/Regina', label: 'Central time without daylight saving (Saskatchewan)' },
  { zone: 'America/Denver', label: 'Mountain time' },
  { zone: 'America/Phoenix', label: 'Mountain time without daylight saving (Arizona)' },
  { zone: 'America/Whitehorse', label: 'Yukon time' },
  { zone: 'America/Los_Angeles', label: 'Pacific time' },
  { zone: 'America/Anchorage', label: 'Alaska time' },
  { zone: 'America/Adak', label: 'Hawaii–Aleutian time with daylight saving' },
  { zone: 'Pacific/Honolulu', label: 'Hawaii time' },
  { zone: 'Pacific/Pago_Pago', label: 'Samoa time' },
  { zone: 'Pacific/Guam', label: 'Chamorro time (Guam, Northern Mariana Islands)' },
] as const;

export function isTimeZone(text: string): boolean {
  return timeZones.some(({ zone }) => zone === text);
}

/** The zone as people call it: `Central time`. */
export function timeZoneLabel(zone: string): string {
  return timeZones.find((known) => known.zone === zone)?.label ?? zone;
}
