import { answered, asked } from '../schema-parts.ts'
import { LooksShape } from './looks.ts'
import { HandOverShape, NewPersonShape, PeopleShape, PersonShape } from './people.ts'
import { CodeSecretShape, OwnWaysShape, RecoveryCodesShape } from './own-ways.ts'
import { PasskeyAskedShape, PasskeyAssertedShape, PasskeyMadeShape, PasskeyToMakeShape } from './passkeys.ts'
import { CodeShape, PasswordChangeShape, SessionShape, SignInShape, StepUpShape } from './session.ts'

/** The shapes of signing in, of people and of the access log, by their names in the OpenAPI document. */
export const sessionSchemas = () => ({
  SignIn: asked(SignInShape),
  PasswordChange: asked(PasswordChangeShape),
  Session: answered(SessionShape),
  Code: asked(CodeShape),
  StepUp: asked(StepUpShape),
  OwnWays: answered(OwnWaysShape),
  CodeSecret: answered(CodeSecretShape),
  RecoveryCodes: answered(RecoveryCodesShape),
  PasskeyAsked: answered(PasskeyAskedShape),
  PasskeyAsserted: asked(PasskeyAssertedShape),
  PasskeyMade: asked(PasskeyMadeShape),
  PasskeyToMake: answered(PasskeyToMakeShape),
  NewPerson: asked(NewPersonShape),
  Person: answered(PersonShape),
  People: answered(PeopleShape),
  HandOver: answered(HandOverShape),
  Looks: answered(LooksShape),
})
