import { missingFields } from '@zhaoguan/forms';
import { Alert, Button, Flex } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../../shared/ui/page';
import { goToPlace } from '../../../shared/form/places-on-page';
import { SaveNote } from '../../../shared/form/save-note';
import { codeOf } from '../../../shared/api/failure';
import { focusHeading } from '../../../shared/ui/focus-heading';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import { filingInWords } from '../filing-words';
import type { Filing, FilingForm } from '../queries';
import { CheckStep } from './check-step';
import { ClosedNote } from './closed-note';
import { ContestedCount, ContestedNote } from './contested-note';
import { FormStepPanel } from './form-step-panel';
import { LapsedNote } from './lapsed-note';
import { LastStep } from './last-step';
import { MaterialStep } from './material-step';
import { RefusedNote } from './refused-note';
import { StepList } from '../../../shared/form/step-list';
import { heldAt } from './held-back';
import { useFilingDraft } from './use-filing-draft';
import { useFollowedRemarks } from './use-followed-remarks';
import { UnsavedList, UnsavedNote } from './unsaved-note';
import { openTakeover } from './open-items';
import { useUnsavedStatement } from '../takeover/use-unsaved-statement';
import { linesOf } from './step-lines';
import { stepOfPointer, MATERIALS, CHECK, CONTESTED, PLACE, TAKEOVER } from './steps';

const LEFT_HERE = '还有内容没有保存到服务器，只留在这台设备上，下次打开时接着填写。仍要离开吗？';

interface FormBookProps {
  readonly filing: Filing;
  readonly form: FilingForm;
  /** What is to be known before it is filled in, below the title. */
  readonly children: ReactNode;
}

/** The application in steps of one subject, the materials, and the last look before it is handed in. */
export function FormBook({ filing, form, children }: FormBookProps) {
  const draft = useFilingDraft(filing, form);
  const followed = useFollowedRemarks(filing, form);
  const { remarks } = followed;
  const said = useUnsavedStatement(filing);
  const [last] = useState(() => new LastStep(filing.id));
  const [params] = useSearchParams();
  const [opening] = useState(() => openingOf(filing, form, last, params.get(PLACE)));
  const [led, lead] = useState<Led | null>(opening.led);
  const [at, setAt] = useState(opening.at);
  const [turned, turn] = useState<object | null>(null);
  const leaf = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = leaf.current?.querySelector('h2');
    if (turned && heading) focusHeading(heading);
  }, [turned]);
  // After the heading of the step: who is led to a place is to be there.
  useEffect(() => {
    if (led) goToPlace(led.to);
  }, [led]);
  const refusal = draft.state.kind === 'failed' ? draft.state.error : null;
  const isUnsaved = draft.unsaved || said.unsaved !== null;
  useLeaveWarning(isUnsaved && codeOf(refusal) !== 'INVALID_TRANSITION', LEFT_HERE);
  const missing = useMemo(
    () => missingFields(form, draft.answers).filter(({ pointer }) => !isHidden(filing, pointer)),
    [form, draft.answers, filing],
  );
  const open = [...missing, ...draft.faults.filter(({ severity }) => severity === 'ERROR')];
  const onlyRefused = draft.held.filter(({ at }) => !open.some(({ pointer }) => pointer === at));
  const lines = linesOf(filing, form, {
    answers: draft.answers,
    open: [...open, ...onlyRefused.map(({ at }) => ({ pointer: at }))],
    opened: new Set([...last.opened(), at]),
    left: last.left(),
    isBegun: filing.version > 1 || draft.unsaved,
    remarks,
    unsaid: openTakeover(filing.takeover, said.unsaved).filter(({ pointer }) => pointer === TAKEOVER).length,
  });
  const showsHeld =
    draft.held.length > 0 && (draft.state.kind === 'saved' || draft.state.kind === 'unchanged');
  const index = lines.findIndex(({ key }) => key === at);
  const step = form.steps.find(({ key }) => key === at);
  const go = (key: string) => {
    void draft.flush();
    last.note(key, at);
    lead(null);
    setAt(key);
    turn({});
    scrollTo({ top: 0 });
  };
  const goTo = (pointer: string) => {
    // It stands above every step.
    if (pointer !== CONTESTED) go(stepOfPointer(form, pointer));
    lead({ to: pointer });
  };
  return (
    <Page
      title={filing.institution.name ?? '未填写名称'}
      facts={filingInWords(filing, filing.institution.siteType)}
      actions={
        draft.contested.size > 0 ? (
          <ContestedCount contested={draft.contested} onGo={() => lead({ to: CONTESTED })} />
        ) : showsHeld ? (
          <UnsavedNote held={draft.held} onGo={goTo} />
        ) : (
          <SaveNote state={draft.state} keptHere={draft.keptHere} />
        )
      }
    >
      {children}
      <ClosedNote filing={filing} error={refusal} />
      <RefusedNote error={refusal} />
      {(index === 0 || at === CHECK) && <LapsedNote filing={filing} onGo={goTo} />}
      {draft.savedElsewhere && (
        <Alert
          type="info"
          showIcon
          title="这份草稿在另一个页面上也改过"
          description="这里填写的内容已经保存，其余以另一处的为准。请只在一个页面上填写。"
          style={{ marginBottom: 16 }}
        />
      )}
      <ContestedNote
        form={form}
        answers={draft.answers}
        contested={draft.contested}
        onResolve={draft.resolve}
      />
      <div className="form-book">
        <StepList lines={lines} at={at} onGo={go} />
        <div ref={leaf}>
          {!step && <h2 className="visually-hidden">{lines[index]?.title}</h2>}
          {step && (
            <FormStepPanel
              key={step.key}
              step={step}
              filing={filing}
              form={form}
              draft={draft}
              remarks={remarks}
              led={led?.to ?? null}
            />
          )}
          {at === MATERIALS && <MaterialStep filing={filing} remarks={remarks} said={said} />}
          {at === CHECK && (
            <CheckStep
              filing={filing}
              form={form}
              draft={draft}
              missing={missing}
              followed={followed}
              said={said}
              onGo={goTo}
              onSubmitted={() => {
                last.forget();
                said.forget();
              }}
            />
          )}
          {showsHeld && (
            <UnsavedList held={at === CHECK ? onlyRefused : heldAt(form, draft.held, at)} onGo={goTo} />
          )}
          <Flex gap={8} style={{ marginTop: 16 }}>
            {index > 0 && <Button onClick={() => go(lines[index - 1]?.key ?? at)}>上一步</Button>}
            {index < lines.length - 1 && (
              <Button type="primary" onClick={() => go(lines[index + 1]?.key ?? at)}>
                下一步：{lines[index + 1]?.title}
              </Button>
            )}
          </Flex>
        </div>
      </div>
    </Page>
  );
}

/** A place to which the person was led; each time anew, also to the same one. */
interface Led {
  readonly to: string;
}

interface Opening {
  readonly at: string;
  readonly led: Led | null;
}

/** The place that was asked for; else where one stopped; of what has come back unopened, the first remark itself. */
function openingOf(
  { remarks: [remark] }: Filing,
  form: FilingForm,
  last: LastStep,
  asked: string | null,
): Opening {
  const own = form.steps.filter(({ fields }) => fields.length > 0).map(({ key }) => key);
  const stopped = last.among([...own, MATERIALS, CHECK]);
  const pointer = asked ?? (stopped === undefined ? remark?.pointer : undefined);
  return pointer === undefined
    ? { at: stopped ?? own[0] ?? CHECK, led: null }
    : { at: stepOfPointer(form, pointer), led: { to: pointer } };
}

/** The server holds it and shows it masked. */
function isHidden({ incomplete }: Filing, pointer: string): boolean {
  return PERSONAL.has(pointer) && !incomplete.some((item) => item.pointer === pointer);
}

const PERSONAL: ReadonlySet<string> = new Set([
  '/institution/legalRepresentative/residentId',
  '/institution/legalRepresentative/phone',
  '/institution/contact/phone',
]);
