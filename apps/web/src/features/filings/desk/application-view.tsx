import { shownFields, valueAt } from '@zhaoguan/forms';
import { FieldValue } from '../../../shared/form/field-value';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import type { Filing, FilingForm } from '../queries';
import type { Noting } from './noting';
import { NoteField } from './note-field';
import { RevealNumber } from './reveal-number';

interface ApplicationViewProps {
  readonly filing: Filing;
  readonly form: FilingForm;
  readonly noting?: Noting;
}

/** What was handed in, step by step, with warnings and what is missing at their fields. */
export function ApplicationView({ filing, form, noting }: ApplicationViewProps) {
  const document = { institution: filing.institution };
  const missing = new Set(filing.incomplete.map(({ pointer }) => pointer));
  const warnings = new Map(filing.warnings.map(({ pointer, message }) => [pointer, message]));
  return (
    <div>
      {form.steps
        .filter(({ fields }) => fields.length > 0)
        .map((step) => (
          <Panel key={step.key} title={step.title}>
            <dl className="answers">
              {shownFields({ ...form, steps: [step] }, document).map((field) => (
                <div key={field.pointer}>
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
                    {warnings.has(field.pointer) && (
                      <p className="muted">请注意：{warnings.get(field.pointer)}</p>
                    )}
                    {noting && <NoteField place={field.label} pointer={field.pointer} noting={noting} />}
                  </dd>
                </div>
              ))}
            </dl>
          </Panel>
        ))}
    </div>
  );
}
