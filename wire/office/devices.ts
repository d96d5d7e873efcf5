import { z } from 'zod'
import { InstantAnswer, type Sent } from '../api.ts'

/** What `POST /api/people/:id/device` takes: the name colleagues know the machine by. */
export const NewDeviceShape = z.strictObject({
  name: z.string().trim().min(1).max(80).meta({ description: 'What the machine is known by, such as the room it stands in' }),
})

/** What it answers: a code, told this once. */
export const DeviceCodeShape = z.strictObject({
  code: z.string().meta({ description: 'To be handed over in person; good for one browser' }),
  name: z.string(),
  until: InstantAnswer,
})

export type DeviceCodeSent = Sent<typeof DeviceCodeShape>

/** What `POST /api/session/device` and `POST /api/session/ways/device` take. */
export const DeviceEnrolmentShape = z.strictObject({
  code: z.string().max(60).meta({ description: 'The code the administrator handed over' }),
})

const Device = z.strictObject({
  id: z.string(),
  name: z.string(),
  organisation: z.string().meta({ description: 'The id of the organisation whose people it serves' }),
  allowedBy: z.string().meta({ description: 'The name of the administrator who handed the code over' }),
  enrolledBy: z.string().meta({ description: 'The name of whoever typed the code there' }),
  enrolledAt: InstantAnswer,
  seenAt: InstantAnswer.meta({ description: 'When somebody last signed in from it' }),
  revokedAt: InstantAnswer.nullable(),
})

/** What `GET /api/devices` answers: every browser that was ever let in, the newest first. */
export const DevicesShape = z.strictObject({
  asked: z.enum(['asked', 'not-asked']).meta({ description: 'Whether the unit lets people sign in from enrolled devices alone' }),
  devices: z.array(Device),
})

export type DevicesSent = Sent<typeof DevicesShape>
