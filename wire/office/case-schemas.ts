import { answered, asked } from '../schema-parts.ts'
import { KeptShape } from './asking.ts'
import { ColleaguesShape } from './colleagues.ts'
import { DueShape } from './due.ts'
import { PlanActShape, PlanOpenedShape } from './plan-acts.ts'
import { ComparisonShape, KnownWhenShape, PlanShown, PlansShape } from './plan-answers.ts'
import { PolicyActShape, PolicyShape } from './policy.ts'
import { FoundShape } from './search.ts'
import { SiteActShape, SiteOpenedShape } from './site-acts.ts'
import { ImportShape, SiteShape, SitesShape, TimelineShape } from './site-answers.ts'
import { SourceActShape, SourceRegisteredShape, SourceShown, SourcesShape } from './sources.ts'

/** The shapes of cases, by their names in the OpenAPI document. */
export const caseSchemas = () => ({
  Kept: answered(KeptShape),
  SiteOpened: asked(SiteOpenedShape),
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
  Due: answered(DueShape),
  Colleagues: answered(ColleaguesShape),
  Policy: answered(PolicyShape),
  PolicyAct: asked(PolicyActShape),
  Found: answered(FoundShape),
})
