import type { FormField, FormStep } from '@zhaoguan/contracts';
import { isEmpty, shownFields, valueAt, type FormFault } from '@zhaoguan/forms';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { afterPointer } from '../../../shared/form/after-pointer';
import { DefinedField } from '../../../shared/form/defined-field';
import { idOfPlace } from '../../../shared/form/places-on-page';
import { Panel } from '../../../shared/ui/panel';
import type { Filing, FilingForm, FollowedRemark } from '../queries';
import { AmendedNote } from '../amended';
import { FixedField } from './fixed-field';
import { maskedAt } from './masked';
import { isSameAnswer } from './same-answer';
import { RemarkAt } from './remark-at';
import { SameCodeNote } from './same-code-note';
import type { useFilingDraft } from './use-filing-draft';
import { useSuggestedReceivers } from './use-suggested-receivers';
import { useVisited } from './use-visited';

interface FormStepPanelProps {
  readonly step: FormStep;
  readonly filing: Filing;
  readonly form: FilingForm;
  readonly draft: ReturnType<typeof useFilingDraft>;
  readonly remarks: readonly FollowedRemark[];
  /** Where the person was led because of what is wrong there: it is said at once. */
  readonly led: string | null;
}

/**
 * The fields of one step. What is wrong, or to be looked at twice, is shown once the person has left the field or paused in
 * it: nobody is corrected in mid-word.
 */
export function FormStepPanel({ step, filing, form, draft, remarks, led }: FormStepPanelProps) {
  const { answers, faults, setValue } = draft;
  const { visited, visit, written } = useVisited(draft.held.map(({ field }) => field));
  const [inside, setInside] = useState<string | null>(null);
  const receivers = useSuggestedReceivers(filing);
  const shown = new Set(shownFields(form, answers));
  const wasAt = ({ pointer }: FormField) =>
    visited.has(pointer) || led === pointer || led?.startsWith(`${pointer}/`) === true;
  const amended = ({ pointer }: FormField) => filing.amendments?.find((change) => change.pointer === pointer);
  const writtenIn = step.fields.find(({ pointer }) => pointer === inside);
  // Nobody writes in it, and what made it wrong came whole: a name typed before it was chosen what kind of site it is of.
  const stands = ({ pointer }: FormField) =>
    (writtenIn === undefined || comesWhole(writtenIn)) &&
    isSameAnswer(valueAt({ institution: filing.institution }, pointer), valueAt(answers, pointer));
  // What the server did not take of a choice is said at once, for it came whole.
  const isSaid = (field: FormField, { severity, code }: Pick<FormFault, 'severity' | 'code'>) =>
    severity === 'ERROR'
      ? wasAt(field) || stands(field) || (comesWhole(field) && code === 'REFUSED')
      : inside !== field.pointer || wasAt(field);
  const saidAt = (field: FormField) =>
    faults.filter(
      (fault) =>
        (fault.pointer === field.pointer || fault.pointer.startsWith(`${field.pointer}/`)) &&
        isSaid(field, fault),
    );
  // A rule may ask for what the field itself leaves open, as where everybody goes once somebody lives there: that is not optional.
  const isDemanded = ({ pointer }: FormField) =>
    isEmpty(valueAt(answers, pointer)) &&
    faults.some((fault) => fault.pointer === pointer && fault.severity === 'ERROR');
  return (
    <Panel title={step.title}>
      <p className="muted">{step.intro}</p>
      <Form name={step.key} layout="vertical" component={false}>
        {step.fields
          .filter((field) => shown.has(field))
          .map((field) => {
            const rule = filing.fixedFields.find(({ pointer }) => pointer === field.pointer);
            if (rule) {
              const value = valueAt(answers, field.pointer);
              return <FixedField key={field.pointer} field={field} value={value} rule={rule} />;
            }
            return (
              <FieldOrMask
                key={field.pointer}
                field={field}
                masked={maskedAt(valueAt({ institution: filing.institution }, field.pointer))}
                value={valueAt(answers, field.pointer)}
                locked={field.pointer === '/institution/district'}
                remark={
                  <>
                    <RemarkAt remarks={remarks} pointer={field.pointer} />
                    <AmendedNote change={amended(field)} />
                  </>
                }
              >
                <DefinedField
                  field={field}
                  id={idOfPlace(field.pointer)}
                  value={valueAt(answers, field.pointer)}
                  district={answers.institution.district ?? null}
                  suggestions={receivers(field.pointer)}
                  required={field.required !== undefined || meansSomethingEmpty(field) || isDemanded(field)}
                  faults={saidAt(field)}
                  remark={
                    <>
                      <RemarkAt remarks={remarks} pointer={field.pointer} />
                      <AmendedNote change={amended(field)} />
                      {field.type === 'uscc' && <SameCodeNote filing={filing} />}
                    </>
                  }
                  onChange={(value) => {
                    setValue(field.pointer, value);
                    written(field);
                  }}
                  // A warning about the field that was left would move the page under the finger as well.
                  onEnter={() => afterPointer(() => setInside(field.pointer))}
                  onLeave={() =>
                    afterPointer(() => {
                      setInside((now) => (now === field.pointer ? null : now));
                      visit(field.pointer);
                    })
                  }
                />
              </FieldOrMask>
            );
          })}
      </Form>
    </Panel>
  );
}

function comesWhole({ type }: FormField): boolean {
  return type === 'choice' || type === 'choices' || type === 'date';
}

/** Where no choice is an answer too, nobody is told that there need be none. */
function meansSomethingEmpty({ type, none }: FormField): boolean {
  return none !== undefined && (type === 'choice' || type === 'choices');
}

interface FieldOrMaskProps {
  readonly field: FormField;
  readonly masked: string | undefined;
  readonly value: unknown;
  /** Told at the beginning; another place would be another authority's. */
  readonly locked: boolean;
  readonly remark: React.ReactNode;
  readonly children: React.ReactNode;
}

/** Personal data that the server holds are shown masked; they are filled in anew or left as they are. */
function FieldOrMask({ field, masked, value, locked, remark, children }: FieldOrMaskProps) {
  const [anew, setAnew] = useState(false);
  if (locked) return null;
  const isFilled = value !== undefined && value !== null && value !== '';
  if (masked === undefined || isFilled) return children;
  if (anew) {
    return (
      <>
        {children}
        <Button type="link" onClick={() => setAnew(false)}>
          不重新填写，保留已填写的 {masked}
        </Button>
      </>
    );
  }
  return (
    <div className="defined-field" id={idOfPlace(field.pointer)}>
      <p>
        {field.label}
        <br />
        已填写：<span className="mono">{masked}</span> <Button onClick={() => setAnew(true)}>重新填写</Button>
      </p>
      {remark}
    </div>
  );
}
