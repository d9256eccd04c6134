import { caseWords } from '@zhaoguan/contracts';
import { shownFields, shownSteps, valueAt, type MissingField } from '@zhaoguan/forms';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { dayInWords } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { submitFiling, useFilingAct, type Filing, type FilingForm } from '../queries';
import {
  admissionTerm,
  answerTerm,
  outdatedWarning,
  untouchedWarning,
  whoAnswersForIt,
} from '../filing-words';
import { afterNotice } from '../notice-words';
import { AmendmentsPanel } from '../amendments-panel';
import { FollowedRemarks } from '../followed-remarks';
import { OvertakenPanel } from '../overtaken-panel';
import { OpenCaseLink } from '../open-case-link';
import { useRefusedBefore } from '../refused-before';
import { useSentHereInWords } from '../sent-here';
import { sameAsRefused, unansweredBefore } from '../refused-before-words';
import { isAsked } from '../takeover/unsaved-statement';
import type { UnsavedStatement } from '../takeover/use-unsaved-statement';
import { statementInWords } from '../takeover/words';
import { CheckedValue } from './checked-value';
import { CheckMaterials } from './check-materials';
import { ClosedNote } from './closed-note';
import { eachOnce, emptiedAt } from './held-back';
import { nothingChanged, openChoice, openItems, openOffice, openTakeover } from './open-items';
import { TAKEOVER_LABEL } from './steps';
import type { useFilingDraft } from './use-filing-draft';
import type { Followed } from './use-followed-remarks';

interface CheckStepProps {
  readonly filing: Filing;
  readonly form: FilingForm;
  readonly draft: ReturnType<typeof useFilingDraft>;
  readonly missing: readonly MissingField[];
  readonly followed: Followed;
  readonly said: UnsavedStatement;
  /** Leads to the place itself. */
  readonly onGo: (pointer: string) => void;
  readonly onSubmitted: () => void;
}

/** Everything once more before it is handed in; what is open stands first, each line leading to its place. */
export function CheckStep(props: CheckStepProps) {
  const { filing, form, draft, missing, followed, said, onGo, onSubmitted } = props;
  const [asking, ask] = useState(false);
  const navigate = useNavigate();
  const { matter, authority, proof } = caseWords(filing);
  const act = `提交${matter}`;
  const submit = useFilingAct((latest) => submitFiling(latest), filing);
  const open = [
    ...openChoice(draft.contested.size),
    ...nothingChanged(shownFields(form, draft.answers), filing, draft.held.length),
    ...openOffice(filing),
    ...openTakeover(filing.takeover, said.unsaved),
    ...openItems(form, { missing, faults: draft.faults, materials: filing.materials }),
  ];
  const { data: before = [] } = useRefusedBefore(filing);
  const refused = [...sameAsRefused(filing, before), ...unansweredBefore(filing, before)];
  const sentHere = useSentHereInWords(filing);
  const tellUnsaved = () => {
    tell('没有提交：有内容还没有保存到服务器。保存以后请再提交。');
    scrollTo({ top: 0 });
  };
  // Saved first, so that what was changed since the return is known when the question is put.
  const begin = async () => ((await draft.flush()) ? ask(true) : tellUnsaved());
  const confirm = async () => {
    // What is handed in is what the server has: never something else than stands on this page.
    if (!(await draft.flush())) {
      ask(false);
      tellUnsaved();
      return;
    }
    carryOut(submit, undefined, ({ dueOn, admitBy }) => {
      onSubmitted();
      const term =
        admitBy !== null
          ? `${authority}在 ${admissionTerm({ admitBy })}`
          : `办理期限到${dueOn === null ? `${proof}出具之日` : dayInWords(dueOn)}。`;
      tell(`已${act}，${term}收件凭证可以在本页打印。`);
      void navigate(`/filings/${filing.id}`);
      scrollTo({ top: 0 });
    });
  };
  return (
    <>
      {followed.remarks.length > 0 && (
        <Panel title={`补正意见（${followed.remarks.length} 处）`}>
          <FollowedRemarks remarks={followed.remarks} onGo={onGo} />
        </Panel>
      )}
      <OvertakenPanel filing={filing} onGo={onGo} />
      <AmendmentsPanel filing={filing} unsaved={eachOnce(draft.held).length} onGo={onGo} />
      {open.length > 0 && (
        <Panel title={`提交前还有 ${open.length} 项`}>
          <ul>
            {open.map(({ pointer, text }) => (
              <li key={text}>
                <button type="button" className="link-button" onClick={() => onGo(pointer)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {shownSteps(form, draft.answers)
        .filter(({ shown }) => shown.length > 0)
        .map((step) => (
          <Panel key={step.key} title={step.title}>
            <Facts
              facts={step.shown.map((field) => ({
                name: field.label,
                value: (
                  <CheckedValue
                    field={field}
                    typed={valueAt(draft.answers, field.pointer)}
                    held={valueAt({ institution: filing.institution }, field.pointer)}
                    faults={draft.faults}
                    emptied={emptiedAt(field.pointer, missing)}
                  />
                ),
              }))}
            />
          </Panel>
        ))}
      {isAsked(filing.takeover) && (
        <Panel title={TAKEOVER_LABEL}>
          <p className="typed-lines">{statementInWords(filing.takeover.statement)}</p>
        </Panel>
      )}
      <CheckMaterials filing={filing} />
      {[...refused, ...outdatedWarning(followed)].map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
      <Button type="primary" size="large" disabled={open.length > 0} onClick={() => void begin()}>
        {act}
      </Button>
      <Decision
        open={asking}
        act={act}
        consequences={[
          ...untouchedWarning(followed),
          ...refused,
          ...outdatedWarning(followed),
          ...sentHere,
          whoAnswersForIt(filing),
          ...afterNotice(filing),
          answerTerm(filing),
          `在${authority}退回以前，提交的内容不能修改。`,
        ]}
        busy={submit.isPending}
        error={submit.error}
        onConfirm={() => void confirm()}
        onCancel={() => ask(false)}
      >
        <ClosedNote filing={filing} error={submit.error} />
        <OpenCaseLink error={submit.error} />
      </Decision>
    </>
  );
}
