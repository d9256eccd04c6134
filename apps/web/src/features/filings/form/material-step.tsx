import { FILING_OF_STATUS_ACTION, isSignedForm } from '@zhaoguan/contracts';
import { Panel } from '../../../shared/ui/panel';
import { PrintApplication } from '../print-application';
import type { Filing, FollowedRemark } from '../queries';
import { TakeoverForm } from '../takeover/takeover-form';
import type { UnsavedStatement } from '../takeover/use-unsaved-statement';
import { MaterialBox } from './material-box';

/** What an institution tells of its service: what is printed is what it tells in writing. */
const isNotice = (type: Filing['type']): boolean =>
  Object.values(FILING_OF_STATUS_ACTION).some((each) => each === type);

interface MaterialStepProps {
  readonly filing: Filing;
  readonly remarks: readonly FollowedRemark[];
  /** What is said of the register and not saved. */
  readonly said: UnsavedStatement;
}

/** The materials of the filing, the required ones first, each with what a good one looks like. */
export function MaterialStep({ filing, remarks, said }: MaterialStepProps) {
  const needed = filing.materials.filter(({ required }) => required);
  const others = filing.materials.filter(({ required }) => !required);
  const signed = filing.materials.filter(isSignedForm);
  const names = signed.map(({ name }) => `“${name}”`).join('、');
  return (
    <>
      <TakeoverForm filing={filing} remarks={remarks} said={said} />
      <Panel title="先打印，再签字盖章">
        <p className="muted">
          按已保存的内容打印，不用手抄。核对以后签字、盖章，扫描或者拍照，在下面的
          {names}处上传；内容改动以后请重新打印。
          {isNotice(filing.type) &&
            `签字盖章以后的这一份就是${names}；机构另外写有书面告知的，也可以上传那一份。`}
        </p>
        <PrintApplication filing={filing} />
      </Panel>
      <Panel title="必须上传的材料">
        <p className="muted">
          PDF、JPG 或者 PNG，每份不超过 20 MB。拍照要完整、清楚、不反光，公章和文字看得清。
        </p>
        {needed.map((material) => (
          <MaterialBox key={material.code} filing={filing} material={material} remarks={remarks} />
        ))}
      </Panel>
      {others.length > 0 && (
        <Panel title="有的请一并上传">
          {others.map((material) => (
            <MaterialBox key={material.code} filing={filing} material={material} remarks={remarks} />
          ))}
        </Panel>
      )}
    </>
  );
}
