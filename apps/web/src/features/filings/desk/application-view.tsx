import type { FormField } from '@zhaoguan/contracts';
import { shownSteps, valueAt } from '@zhaoguan/forms';
import { Button } from 'antd';
import { useState } from 'react';
import { FieldValue } from '../../../shared/form/field-value';
import { idOfPlace } from '../../../shared/form/places-on-page';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { AmendedNote } from '../amended';
import { readsTheSame, type ChangedField } from '../changes';
import type { Filing, FilingForm } from '../queries';
import type { Noting } from './noting';
import { FIRST_RESIDENT, IntakeNote } from './intake-note';
import { NoteField } from './note-field';
import { RevealNumber } from './reveal-number';

interface ApplicationViewProps {
  readonly filing: Filing;
  readonly form: FilingForm;
  /** What is new since the last submission. */
  readonly changed: readonly ChangedField[];
  readonly noting?: Noting;
}

/** What was handed in, step by step; what is missing, to be looked at twice, or new stands at its field. */
export function ApplicationView({ filing, form, changed, noting }: ApplicationViewProps) {
  const document = { institution: filing.institution };
  const missing = new Set(filing.incomplete.map(({ pointer }) => pointer));
  const warnings = new Map(filing.warnings.map(({ pointer, message }) => [pointer, message]));
  const amendments = new Map((filing.amendments ?? []).map((change) => [change.pointer, change]));
  const changes = new Map(changed.map((field) => [field.pointer, field]));
  const [whole, setWhole] = useState(false);
  // Of a change filing or a renewal what changes is read; the rest is what the register holds already.
  const brief = filing.amendments !== null && !whole;
  const isRead = ({ pointer }: FormField) =>
    !brief || [amendments, changes, warnings].some((noted) => noted.has(pointer)) || missing.has(pointer);
  const steps = shownSteps(form, document)
    .map((step) => ({ ...step, shown: step.shown.filter(isRead) }))
    .filter(({ shown }) => shown.length > 0);
  return (
    <div className="application-view">
      {filing.amendments !== null && (
        <p>
          <Button onClick={() => setWhole(!whole)}>{brief ? '显示没有变更的项目' : '只看变更的项目'}</Button>
        </p>
      )}
      {noting?.narrowed && (
        <p className="muted">
          上次退回时已经一次性告知全部补正内容，这次只能对改动过的、上次提过意见的和没有填写的必填内容提出补正意见，其余项目旁不再有“批注”。
        </p>
      )}
      {steps.map((step) => (
        <Panel key={step.key} title={step.title}>
          <dl className={noting ? 'answers answers-noted' : 'answers'}>
            {step.shown.map((field) => (
              <div
                key={field.pointer}
                id={idOfPlace(field.pointer)}
                tabIndex={-1}
                {...(changes.has(field.pointer) || amendments.has(field.pointer)
                  ? { className: 'answer-changed' }
                  : {})}
              >
                <dt>{field.label}</dt>
                <dd>
                  {missing.has(field.pointer) ? (
                    <Mark tone="attention">没有填写</Mark>
                  ) : (
                    <FieldValue field={field} value={valueAt(document, field.pointer)} />
                  )}
                  <RevealNumber
                    filing={filing}
                    pointer={field.pointer}
                    label={field.label}
                    value={valueAt(document, field.pointer)}
                  />
                  <AmendedNote change={amendments.get(field.pointer)} />
                  <OldValue change={changes.get(field.pointer)} />
                  {warnings.has(field.pointer) && (
                    <p className="muted">请注意：{warnings.get(field.pointer)}</p>
                  )}
                  {field.pointer === FIRST_RESIDENT && <IntakeNote intake={filing.firstResident} />}
                  {/* A draft stays in the district for which it was begun: nobody could follow a note there. */}
                  {noting && field.type !== 'district' && (
                    <NoteField place={field.label} pointer={field.pointer} noting={noting} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
      ))}
    </div>
  );
}

/** What stood there when it was handed in before, so that the new answer is read against it and not for the first time. */
function OldValue({ change }: { readonly change: ChangedField | undefined }) {
  if (!change) return null;
  return (
    <p>
      <Mark tone="attention">有改动</Mark>{' '}
      {readsTheSame(change) ? '号码中隐去的部分与上次提交的不同' : `原为：${change.old}`}
    </p>
  );
}
