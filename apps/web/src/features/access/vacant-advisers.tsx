import { ROLE_LABELS } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { usePlaceName } from '../../shared/ui/places';
import { useVacantAdvisers } from './people-queries';

/** That a registrar cannot ask these departments (征求意见): only who makes the accounts can do something about it. */
export function VacantAdvisers() {
  const { data = [] } = useVacantAdvisers();
  return data.map((vacant) => <VacantCounty key={vacant.district} {...vacant} />);
}

interface VacantCountyProps {
  readonly district: string;
  readonly departments: readonly string[];
}

function VacantCounty({ district, departments }: VacantCountyProps) {
  const place = usePlaceName(district);
  return (
    <Alert
      role="note"
      type="warning"
      showIcon
      title={`${place}的以下部门还没有“${ROLE_LABELS.ADVISER}”：${departments.join('、')}。办理登记备案时不能在线征求这些部门的意见，请为其开立账号；暂不开立的，线下征求。`}
      style={{ marginBottom: 16 }}
    />
  );
}
