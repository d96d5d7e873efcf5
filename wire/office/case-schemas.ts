import { answered, asked } from '../schema-parts.ts'
import { KeptShape } from './asking.ts'
import { ColleaguesShape } from './colleagues.ts'
import { DueShape } from './due.ts'
import { FindShape, FoundPeopleShape, SoughtShape } from './finding.ts'
import { GlassBroken, GlassesShape, GlassReviewShape, GlassShape, NeedActShape, NeedShown } from './need.ts'
import { PlanActShape, PlanOpenedShape } from './plan-acts.ts'
import { ComparisonShape, KnownWhenShape, PlanShown, PlansShape } from './plan-answers.ts'
import { PolicyActShape, PolicyShape } from './policy.ts'
import { ContestedShape, HoldingsShape } from './requests-holdings.ts'
import { RequestActShape, RequestReceivedShape, RequestShown, RequestsShape } from './requests.ts'
import { KeepingActShape } from './retention-acts.ts'
import { KeepingListShape, KeepingShown } from './retention-answers.ts'
import { FoundShape } from './search.ts'
import { ExposureShape, ReceivedShown, ReceiversShape, SharedWithUsShape, ShareShown, SharesShape } from './shares.ts'
import { ExposureAskedShape, ReceivedActShape, ShareActShape, SharePreparedShape } from './shares-acts.ts'
import { SiteActShape, SiteOpenedShape } from './site-acts.ts'
import { ImportShape, SiteShape, SitesShape, TimelineShape } from './site-answers.ts'
import { SourceShown, SourcesShape } from './source-answers.ts'
import { SourceActShape, SourceRegisteredShape } from './sources.ts'

/** The shapes of cases, by their names in the OpenAPI document. */
export const caseSchemas = () => ({
  Kept: answered(KeptShape),
  SiteOpened: asked(SiteOpenedShape),
  NeedAct: asked(NeedActShape),
  Need: answered(NeedShown),
  Glass: asked(GlassShape),
  GlassBroken: answered(GlassBroken),
  GlassReview: asked(GlassReviewShape),
  Glasses: answered(GlassesShape),
  SiteAct: asked(SiteActShape),
  Site: answered(SiteShape),
  Sites: answered(SitesShape),
  Timeline: answered(TimelineShape),
  Import: answered(ImportShape),
  PlanOpened: asked(PlanOpenedShape),
  PlanAct: asked(PlanActShape),
  Plan: answered(PlanShown),
  Plans: answered(PlansShape),
  Comparison: answered(ComparisonShape),
  KnownWhen: answered(KnownWhenShape),
  SourceRegistered: asked(SourceRegisteredShape),
  SourceAct: asked(SourceActShape),
  Source: answered(SourceShown),
  Sources: answered(SourcesShape),
  ExposureAsked: asked(ExposureAskedShape),
  Exposure: answered(ExposureShape),
  SharePrepared: asked(SharePreparedShape),
  ShareAct: asked(ShareActShape),
  Share: answered(ShareShown),
  Shares: answered(SharesShape),
  ReceivedAct: asked(ReceivedActShape),
  Received: answered(ReceivedShown),
  SharedWithUs: answered(SharedWithUsShape),
  Receivers: answered(ReceiversShape),
  Due: answered(DueShape),
  Colleagues: answered(ColleaguesShape),
  Policy: answered(PolicyShape),
  PolicyAct: asked(PolicyActShape),
  Found: answered(FoundShape),
  Keeping: answered(KeepingShown),
  KeepingList: answered(KeepingListShape),
  KeepingAct: asked(KeepingActShape),
  RequestReceived: asked(RequestReceivedShape),
  RequestAct: asked(RequestActShape),
  Request: answered(RequestShown),
  Requests: answered(RequestsShape),
  Holdings: answered(HoldingsShape),
  Contested: answered(ContestedShape),
  Find: asked(FindShape),
  FoundPeople: answered(FoundPeopleShape),
  Sought: answered(SoughtShape),
})
