import { faultOf } from '../../ledger/store/fault.ts'

/** An answer of the desk; what the world did to it is told with where that was. */
export async function located<Answer>(asked: Promise<Answer>, where: string): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    throw faultOf(error, where)
  }
}
