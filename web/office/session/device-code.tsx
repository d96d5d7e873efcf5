import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import type { Answered, Shape } from '../asking/ask.ts'
import type { Streams } from '../asking/queries.ts'
import { useSending } from '../asking/use-sending.ts'
import { TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'

interface DeviceCodeProps<Value> {
  readonly path: string
  readonly shape: Shape<Value>
  readonly streams?: Streams
  readonly onAnswered?: (answered: Answered<Value>) => void
}

/** The code that the administrator handed over, by which this browser is known from then on. */
export function DeviceCode<Value>({ path, shape, streams, onAnswered }: DeviceCodeProps<Value>) {
  const say = useSay()
  const { send, refusal, waiting } = useSending(shape, streams)
  const [code, setCode] = useState('')
  const enrol = async (): Promise<void> => {
    const answered = await send({ path, body: { code } })
    setCode('')
    onAnswered?.(answered)
  }
  return (
    <Form onSend={() => void enrol()} refusal={refusal} waiting={waiting} act={say('device-code.act')} what={say('device-code.doing')}>
      <TextField label={say('device-code.label')} hint={say('device-code.hint')} place="code" value={code} onChange={setCode} direction="ltr" />
    </Form>
  )
}
