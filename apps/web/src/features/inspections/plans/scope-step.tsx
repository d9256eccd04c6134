import { KIND_LABELS, KINDS, type Kind } from '@zhaoguan/contracts';
import { Input, Radio } from 'antd';
import { DistrictSelect } from '../../../shared/form/district-select';
import { NumberField } from '../../../shared/form/number-field';
import { Panel } from '../../../shared/ui/panel';
import { titleOf, withKind } from './plan-draft';
import { PlanField } from './plan-field';
import type { StepProps } from './step-props';

/** Which institutions are in the hat. */
export function ScopeStep({ draft, change, faultOf }: StepProps) {
  return (
    <Panel title="抽查对象">
      <div className="plan-fields">
        <PlanField id="plan-kind" label="机构类别" fault={faultOf('kind')} help={<KindHelp />}>
          <Radio.Group
            id="plan-kind"
            aria-label="机构类别"
            value={draft.kind}
            onChange={({ target }) => change(withKind(draft, target.value as Kind))}
            options={KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
          />
        </PlanField>
        <PlanField
          id="plan-districts"
          label="辖区"
          help="辖区内在营的同类机构全部列入抽取范围；选市、省，就是它的全部区县。"
          fault={faultOf('districts')}
        >
          <DistrictSelect
            id="plan-districts"
            multiple
            own
            value={[...draft.districts]}
            onChange={(districts: string[]) => change({ ...draft, districts })}
          />
        </PlanField>
        <PlanField id="plan-year" label="年度" fault={faultOf('year')}>
          <NumberField
            id="plan-year"
            value={draft.year}
            suffix="年"
            onChange={(year) => change({ ...draft, year })}
          />
        </PlanField>
        <PlanField
          id="plan-title"
          label="计划名称"
          help="随抽取公告公开，让人看得出是哪一次抽查。"
          fault={faultOf('title')}
        >
          <Input
            id="plan-title"
            value={titleOf(draft)}
            maxLength={200}
            onChange={({ target }) => change({ ...draft, title: target.value })}
          />
        </PlanField>
      </div>
    </Panel>
  );
}

function KindHelp() {
  return <>养老机构由民政部门抽查，托育机构由卫生健康部门抽查；改选类别，已选的事项会清空。</>;
}
