import { useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'
import { OwnWaysShape, type OwnWaysSent } from '../../../../wire/office/own-ways.ts'
import { DeviceCode } from '../device-code.tsx'
import { WAYS_PATH } from '../session-path.ts'

/** Whether this browser is an enrolled device, and making one of it with a code that was handed over. */
export function OwnDevice({ ways: { device } }: { readonly ways: OwnWaysSent }) {
  const say = useSay()
  const [asks, setAsks] = useState<'nothing' | 'code'>('nothing')
  return (
    <section className="sheet" aria-labelledby="own-device">
      <h2 id="own-device">{say('ways.device')}</h2>
      {device === null ? <p>{say('ways.device-none')}</p> : <p>{say('ways.device-is')} <strong><bdi>{device}</bdi></strong></p>}
      {asks === 'code'
        ? <DeviceCode path={`${WAYS_PATH}/device`} shape={OwnWaysShape} streams={[WAYS_PATH]} onAnswered={(answered) => answered.accepted && setAsks('nothing')} />
        : <Button variant="default" onClick={() => setAsks('code')}>{say('device-code.act')}</Button>}
    </section>
  )
}
