import {
  DEPARTMENT_CODES,
  DEPARTMENT_LABELS,
  departmentLabel,
  type DepartmentCode,
} from '@zhaoguan/contracts';
import { Button, Select } from 'antd';
import { NumberField } from '../../../shared/form/number-field';
import { Panel } from '../../../shared/ui/panel';
import { PlanField } from './plan-field';
import { limitsInWords, PLAN_LIMITS } from './plan-limits';
import type { StepProps } from './step-props';

/** Which departments send how many people, and how much one of them may be sent on. */
export function StaffStep({ draft, change, faultOf }: StepProps) {
  const { demands, maxLoad, taskWorkingDays } = draft;
  const others = DEPARTMENT_CODES.filter((code) => !demands.some(({ department }) => department === code));
  const setInspectors = (department: DepartmentCode, inspectors: number | null) =>
    change({
      ...draft,
      demands: demands.map((demand) =>
        demand.department === department ? { ...demand, inspectors } : demand,
      ),
    });
  return (
    <Panel title="检查人员">
      <div className="plan-fields">
        <p>
          每家机构的检查人员从执法检查人员名录中随机选派，合计不少于两人；有执法证有效期、辖区和回避限制的，自动排除。
        </p>
        {faultOf('demands') !== undefined && (
          <div className="fault-summary" role="alert">
            {faultOf('demands')}
          </div>
        )}
        {demands.map(({ department, inspectors }) => (
          <PlanField
            key={department}
            id={`plan-demand-${department}`}
            label={`${departmentLabel(department)}，每家机构`}
            help={limitsInWords(PLAN_LIMITS.inspectors)}
            fault={faultOf(`demand-${department}`)}
          >
            <NumberField
              id={`plan-demand-${department}`}
              value={inspectors}
              suffix="人"
              onChange={(changed) => setInspectors(department, changed)}
            />{' '}
            {demands.length > 1 && (
              <Button
                type="link"
                aria-label={`去掉${departmentLabel(department)}`}
                onClick={() =>
                  change({ ...draft, demands: demands.filter((demand) => demand.department !== department) })
                }
              >
                去掉
              </Button>
            )}
          </PlanField>
        ))}
        <PlanField id="plan-department" label="再请一个部门参加" help="部门联合抽查：各部门分别随机选派。">
          <Select<DepartmentCode>
            id="plan-department"
            value={null}
            placeholder="选择部门"
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(department) =>
              change({ ...draft, demands: [...demands, { department, inspectors: 1 }] })
            }
            options={others.map((value) => ({ value, label: DEPARTMENT_LABELS[value] }))}
          />
        </PlanField>
        <PlanField
          id="plan-max-load"
          label="每名检查人员最多"
          help={limitsInWords(PLAN_LIMITS.maxLoad)}
          fault={faultOf('max-load')}
        >
          <NumberField
            id="plan-max-load"
            value={maxLoad}
            suffix="家"
            onChange={(changed) => change({ ...draft, maxLoad: changed })}
          />
        </PlanField>
        <PlanField
          id="plan-task-days"
          label="抽取以后，完成检查的期限"
          help={`按工作日计算，自抽取的第二天起；${limitsInWords(PLAN_LIMITS.taskWorkingDays)}`}
          fault={faultOf('task-days')}
        >
          <NumberField
            id="plan-task-days"
            value={taskWorkingDays}
            suffix="个工作日"
            style={{ width: 160 }}
            onChange={(changed) => change({ ...draft, taskWorkingDays: changed })}
          />
        </PlanField>
      </div>
    </Panel>
  );
}
