import { shownFields, valueAt, type MissingField } from '@zhaoguan/forms';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { FieldValue } from '../../../shared/form/field-value';
import { dayInWords } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { submitFiling, useFilingAct, type Filing, type FilingForm } from '../queries';
import { CheckMaterials } from './check-materials';
import { MATERIALS, stepOfPointer, labelOf } from './steps';
import type { useFilingDraft } from './use-filing-draft';

interface CheckStepProps {
  readonly filing: Filing;
  readonly form: FilingForm;
  readonly draft: ReturnType<typeof useFilingDraft>;
  readonly missing: readonly MissingField[];
  readonly onGo: (step: string) => void;
}

interface Open {
  readonly step: string;
  readonly text: string;
}

/** Everything once more before it is handed in; what is open stands first, each line leading to its place. */
export function CheckStep({ filing, form, draft, missing, onGo }: CheckStepProps) {
  const [asking, ask] = useState(false);
  const navigate = useNavigate();
  const submit = useFilingAct((latest) => submitFiling(latest), filing);
  const open = onceEach([
    ...missing.map(({ pointer, label }) => ({
      step: stepOfPointer(form, pointer),
      text: `${label}：请填写`,
    })),
    ...draft.faults
      .filter(({ severity }) => severity === 'ERROR')
      .map(({ pointer, message }) => ({
        step: stepOfPointer(form, pointer),
        text: `${labelOf(form, pointer)}：${message}`,
      })),
    ...filing.materials
      .filter(({ required, uploaded }) => required && !uploaded)
      .map(({ name }) => ({ step: MATERIALS, text: `${name}：请上传` })),
  ]);
  const confirm = async () => {
    // What is handed in is what the server has: never something else than stands on this page.
    if (!(await draft.flush())) {
      ask(false);
      tell('没有提交：有内容还没有保存到服务器。保存以后请再提交。');
      return;
    }
    carryOut(submit, undefined, ({ dueOn }) => {
      tell(`已提交备案，办理期限到${dueOn === null ? '回执出具之日' : dayInWords(dueOn)}。`);
      void navigate(`/filings/${filing.id}`);
    });
  };
  return (
    <>
      {open.length > 0 && (
        <Panel title={`提交前还有 ${open.length} 项`}>
          <ul>
            {open.map(({ step, text }) => (
              <li key={text}>
                <button type="button" className="link-button" onClick={() => onGo(step)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {form.steps
        .filter(({ fields }) => fields.length > 0)
        .map((step) => (
          <Panel key={step.key} title={step.title}>
            <Facts
              facts={shownFields({ ...form, steps: [step] }, draft.answers).map((field) => ({
                name: field.label,
                value: (
                  <FieldValue
                    field={field}
                    value={
                      valueAt(draft.answers, field.pointer) ??
                      valueAt({ institution: filing.institution }, field.pointer)
                    }
                  />
                ),
              }))}
            />
          </Panel>
        ))}
      <CheckMaterials filing={filing} />
      <Button type="primary" size="large" disabled={open.length > 0} onClick={() => ask(true)}>
        提交备案
      </Button>
      <Decision
        open={asking}
        act="提交备案"
        consequences={[
          '提交的内容和材料送到备案机关，您承诺它们真实、有效；提供虚假材料要承担法律责任。',
          '备案机关在规定的工作日内出具备案回执，或者一次告诉您需要补正的全部内容。',
          '在备案机关退回以前，提交的内容不能修改。',
        ]}
        busy={submit.isPending}
        error={submit.error}
        onConfirm={() => void confirm()}
        onCancel={() => ask(false)}
      />
    </>
  );
}

/** Two rows of a table may lack the same thing: one line leads to the table, and is counted once. */
function onceEach(open: readonly Open[]): Open[] {
  return [...new Map(open.map((each) => [each.text, each])).values()];
}
