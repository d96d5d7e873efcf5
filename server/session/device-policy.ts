/** Whether the unit lets people sign in from enrolled devices alone. What is right here differs with the place, so it is passed in. */
export interface DevicePolicy {
  readonly enrolled: 'asked' | 'not-asked'
}

/** Not asked, so that whoever tries Daylight out signs in; a unit whose passwords may be overheard asks. */
export const USUAL_DEVICES: DevicePolicy = { enrolled: 'not-asked' }
