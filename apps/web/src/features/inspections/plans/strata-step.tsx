import { GRADES, type Grade } from '@zhaoguan/contracts';
import { NumberField } from '../../../shared/form/number-field';
import { Panel } from '../../../shared/ui/panel';
import { Mark } from '../../../shared/ui/mark';
import { GradeMark } from '../../../shared/ui/status';
import type { StratumDraft } from './plan-draft';
import { limitsInWords, PLAN_LIMITS } from './plan-limits';
import { ratiosToLookAt } from './ratio-order';
import type { StepProps } from './step-props';

/** How many of each grade are drawn, with what that comes to in the registry as it is now. */
export function StrataStep({ draft, change, faultOf, preview }: StepProps) {
  const set = (grade: Grade, changed: Partial<StratumDraft>) =>
    change({
      ...draft,
      strata: { ...draft.strata, [grade]: { ...draft.strata[grade], ...changed } },
    });
  const faults = GRADES.flatMap((grade) =>
    ['percent', 'minimum'].flatMap((name) => faultOf(`${name}-${grade}`) ?? []),
  );
  const unusual = ratiosToLookAt(draft.strata);
  return (
    <Panel title="抽查比例">
      <p>
        按信用等级分别规定比例，信用越低，抽得越多。每级抽取的家数为“名录中的家数 ×
        比例”（有小数的进一），不足至少家数的，按至少家数抽取。
      </p>
      <p className="muted">
        比例{limitsInWords(PLAN_LIMITS.percent)}；至少家数{limitsInWords(PLAN_LIMITS.minimum)}。
      </p>
      {faults.length > 0 && (
        <div className="fault-summary" role="alert">
          {faults.map((fault) => (
            <div key={fault}>{fault}</div>
          ))}
        </div>
      )}
      <table className="strata">
        <thead>
          <tr>
            <th scope="col">信用等级</th>
            <th scope="col">抽查比例</th>
            <th scope="col">至少</th>
            <th scope="col">名录中</th>
            <th scope="col">将抽取</th>
          </tr>
        </thead>
        <tbody>
          {GRADES.map((grade) => {
            const { percent, minimum } = draft.strata[grade];
            const counted = preview?.strata.find(({ key }) => key === grade);
            return (
              <tr key={grade}>
                <th scope="row">
                  <GradeMark grade={grade} />
                </th>
                <td data-label="抽查比例">
                  <NumberField
                    aria-label={`${grade} 级抽查比例`}
                    value={percent}
                    suffix="%"
                    {...(faultOf(`percent-${grade}`) === undefined ? {} : { status: 'error' as const })}
                    onChange={(changed) => set(grade, { percent: changed })}
                  />
                </td>
                <td data-label="至少">
                  <NumberField
                    aria-label={`${grade} 级至少抽取`}
                    value={minimum}
                    suffix="家"
                    {...(faultOf(`minimum-${grade}`) === undefined ? {} : { status: 'error' as const })}
                    onChange={(changed) => set(grade, { minimum: changed })}
                  />
                </td>
                <td data-label="名录中">{counted === undefined ? '－' : `${counted.targets} 家`}</td>
                <td data-label="将抽取">
                  <strong>{counted === undefined ? '－' : `${counted.drawn} 家`}</strong>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {unusual !== null && (
        <p role="status">
          <Mark tone="attention">请核对</Mark> {unusual}
        </p>
      )}
    </Panel>
  );
}
