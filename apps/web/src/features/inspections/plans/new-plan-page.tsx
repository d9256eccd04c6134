import { KINDS, LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { Button, Flex } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useUser } from '../../../shared/session/use-session';
import { SaveNote } from '../../../shared/form/save-note';
import { useFormDraft } from '../../../shared/form/use-form-draft';
import { StepList } from '../../../shared/form/step-list';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { Failure } from '../../../shared/ui/failure';
import { Loaded } from '../../../shared/ui/loaded';
import { useCalendar } from '../../../shared/ui/use-calendar';
import { Waiting } from '../../../shared/ui/waiting';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import { CheckStep } from './check-step';
import { Count } from './count-panel';
import { ItemsStep } from './items-step';
import { MakePlan } from './make-plan';
import {
  copyOf,
  emptyDraft,
  openPoints,
  PLAN_STEPS,
  sketchOf,
  whyNotCounted,
  type PlanDraft,
  type PlanStep,
} from './plan-draft';
import { usePlan, useSketchPreview } from './queries';
import { ScopeStep } from './scope-step';
import { StaffStep } from './staff-step';
import { StrataStep } from './strata-step';
import { useSettled } from './use-settled';
import './plans.css';

/** A new plan in steps of one subject, beside them always how many it would draw. */
export default function NewPlanPage() {
  const [search] = useSearchParams();
  const copied = search.get('copy');
  return (
    <Loaded query={useCalendar()} what="今天的日期">
      {({ today }) => (
        <Suspense fallback={<Waiting />}>
          {copied === null ? (
            <PlanBook year={Number(today.slice(0, 4))} />
          ) : (
            <CopiedPlan id={copied} year={Number(today.slice(0, 4))} />
          )}
        </Suspense>
      )}
    </Loaded>
  );
}

/** Begins with what another plan says. */
function CopiedPlan({ id, year }: { readonly id: string; readonly year: number }) {
  return (
    <Loaded query={usePlan(id)} what="抽查计划">
      {(plan) => <PlanBook year={year} copied={copyOf(plan)} />}
    </Loaded>
  );
}

interface PlanBookProps {
  readonly year: number;
  readonly copied?: PlanDraft;
}

function PlanBook({ year, copied }: PlanBookProps) {
  const { departments, districts } = useUser();
  const kept = useFormDraft<PlanDraft>('plan:new');
  const [first] = useState(() => {
    const led = KINDS.filter((kind) => departments.includes(LEAD_DEPARTMENT[kind]));
    const places = districts.filter((code) => code !== '*');
    if (copied) return copied;
    return emptyDraft(led.length === 1 ? (led[0] ?? null) : null, places, year);
  });
  // What was begun before is not thrown away for a copy unasked.
  const [older, setOlder] = useState(() => copied !== undefined && kept.value !== undefined);
  const draft = kept.value ?? first;
  const [at, setAt] = useState<PlanStep>('scope');
  const [left, setLeft] = useState<ReadonlySet<PlanStep>>(new Set());
  const [made, setMade] = useState<string | null>(null);
  const navigate = useNavigate();
  const { discard } = kept;
  useLeaveWarning(kept.unsaved && made === null);
  useEffect(() => {
    // Only after the warning knows that nothing can be lost any more, else it would ask.
    if (made === null) return;
    discard();
    void navigate(`/plans/${made}`);
  }, [made, navigate, discard]);
  const open = openPoints(draft);
  const preview = useSketchPreview(useSettled(sketchOf(draft)));
  const index = PLAN_STEPS.findIndex(({ key }) => key === at);
  const next = PLAN_STEPS[index + 1];
  const before = PLAN_STEPS[index - 1];
  const go = (step: PlanStep) => {
    setLeft(new Set([...left, at]));
    setAt(step);
    scrollTo({ top: 0 });
  };
  const written = JSON.stringify(draft);
  // When the hand rests: a year is out of range until its last digit is typed.
  const rests = useSettled(written) === written;
  const faultOf = (field: string) =>
    open.find((point) => point.field === field && (left.has(point.step) || (point.isWrong && rests)))
      ?.message;
  const stepProps = { draft, change: kept.setValue, faultOf, preview: preview.data ?? null };
  return (
    <Page
      title="制定抽查计划"
      actions={
        <>
          <SaveNote state={kept.state} />
          {kept.value !== undefined && <Button onClick={discard}>清空重填</Button>}
        </>
      }
    >
      {older && copied && (
        <p className="notice">
          下面是您以前没有制定完的计划草稿。{' '}
          <Button
            onClick={() => {
              kept.setValue(copied);
              setOlder(false);
            }}
          >
            改为照抄所选的计划
          </Button>
        </p>
      )}
      <div className="form-book">
        <StepList
          at={at}
          onGo={(key) => go(key as PlanStep)}
          lines={PLAN_STEPS.map(({ key, title }) => ({
            key,
            title,
            isAct: key === 'check',
            open: key === 'check' ? open.length : open.filter(({ step }) => step === key).length,
          }))}
        />
        <div>
          {at === 'scope' && <ScopeStep {...stepProps} />}
          {at === 'items' && <ItemsStep {...stepProps} />}
          {at === 'strata' && <StrataStep {...stepProps} />}
          {at === 'staff' && <StaffStep {...stepProps} />}
          {at === 'check' && <CheckStep draft={draft} open={open} onGo={go} />}
          <Panel title="预计抽取家数">
            {preview.error && <Failure error={preview.error} what="没有算出抽取的家数" />}
            {!preview.error && preview.data && <Count preview={preview.data} plan={draft} />}
            {!preview.error && !preview.data && <p className="muted">{whyNotCounted(draft)}</p>}
          </Panel>
          <Flex gap={8} wrap>
            {before && <Button onClick={() => go(before.key)}>上一步</Button>}
            {next && (
              <Button type="primary" onClick={() => go(next.key)}>
                下一步：{next.title}
              </Button>
            )}
            {at === 'check' && <MakePlan draft={draft} onMade={setMade} />}
          </Flex>
        </div>
      </div>
    </Page>
  );
}
