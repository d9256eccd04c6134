import { RATING_LEVEL_LABELS } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { dayInWords, instantInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import { GivenRatingView } from './given-rating';
import { stepId, useRatedSteps, type RatedFiling, type RatedStep } from './queries';
import { RatingForm } from './rating-form';

/** How the applicant found the service of each step (好差评): nobody has to say. */
export function RatingPanel({ filingId }: { readonly filingId: string }) {
  const query = useRatedSteps(filingId);
  if (query.data?.steps.length === 0) return null;
  return (
    <Panel title="评价服务（选填）">
      <Loaded query={query} what="服务评价">
        {(rated) => (
          <>
            <p className="muted">
              评价不影响办理。办理过本件的工作人员看不到您的评价；每一步评价一次，可以追加一次。
            </p>
            {rated.steps
              .map((step, before) => (
                <Step key={stepId(step)} filingId={filingId} rated={rated} step={step} place={before + 1} />
              ))
              .toReversed()}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

interface StepProps {
  readonly filingId: string;
  readonly rated: RatedFiling;
  readonly step: RatedStep;
  /** Which of them all it is, the first being what was done first. */
  readonly place: number;
}

function Step({ filingId, rated, step, place }: StepProps) {
  const [open, setOpen] = useState(false);
  const heading = `${step.label}（${step.day === null ? instantInWords(step.at) : dayInWords(step.day)}）`;
  return (
    <section aria-label={`第 ${place} 步，${step.label}的评价`} style={{ marginTop: 16 }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 }}>
        <strong>{heading}</strong>
        {step.rating && <span>{RATING_LEVEL_LABELS[step.rating.level]}</span>}
        {!step.rating && !open && (
          <Button onClick={() => setOpen(true)} aria-label={`评价${heading}`}>
            评价
          </Button>
        )}
      </div>
      {step.rating && <GivenRatingView filingId={filingId} rating={step.rating} reasons={rated.reasons} />}
      {!step.rating && open && (
        <RatingForm filingId={filingId} step={step} reasons={rated.reasons} onLater={() => setOpen(false)} />
      )}
    </section>
  );
}
