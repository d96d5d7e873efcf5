import { answered, asked } from '../schema-parts.ts'
import { AccountAskedShape, AccountOfferedShape, AccountSignInShape } from './account.ts'
import { DeviceCodeShape, DeviceEnrolmentShape, DevicesShape, NewDeviceShape } from './devices.ts'
import { LooksShape } from './looks.ts'
import { NewOrganisationShape, OrganisationNameShape, OrganisationShape, OrganisationsShape } from './organisations.ts'
import { HandOverShape, NewPersonShape, PeopleShape, PersonShape, PlaceShape, WaitingShape } from './people.ts'
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
  AccountOffered: answered(AccountOfferedShape),
  AccountAsked: answered(AccountAskedShape),
  AccountSignIn: asked(AccountSignInShape),
  NewDevice: asked(NewDeviceShape),
  DeviceCode: answered(DeviceCodeShape),
  DeviceEnrolment: asked(DeviceEnrolmentShape),
  Devices: answered(DevicesShape),
  NewPerson: asked(NewPersonShape),
  Person: answered(PersonShape),
  People: answered(PeopleShape),
  HandOver: answered(HandOverShape),
  Place: asked(PlaceShape),
  Waiting: answered(WaitingShape),
  NewOrganisation: asked(NewOrganisationShape),
  OrganisationName: asked(OrganisationNameShape),
  Organisation: answered(OrganisationShape),
  Organisations: answered(OrganisationsShape),
  Looks: answered(LooksShape),
})
