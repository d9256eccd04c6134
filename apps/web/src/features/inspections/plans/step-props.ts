import type { PlanDraft } from './plan-draft';
import type { PlanPreview } from './queries';

/** What every step of the form gets. */
export interface StepProps {
  readonly draft: PlanDraft;
  readonly change: (draft: PlanDraft) => void;
  /** What is wrong at a field as it is typed, and what is missing once the person has left the step. */
  readonly faultOf: (field: string) => string | undefined;
  /** As far as it can be counted. */
  readonly preview: PlanPreview | null;
}
