import { Alert } from 'antd';
import type { Filing } from './queries';

/** To the former applicant: why there is no way from here to the institution. */
export function PassedNote({ filing: { institutionPassed } }: { readonly filing: Filing }) {
  if (!institutionPassed) return null;
  return (
    <Alert
      type="info"
      showIcon
      title="这家机构已转入另一账号：主管机关准予了另一账号对它的申请，它现在由该账号办理，您不能再查看机构的页面。本件的内容、文书和办理过程仍可查看；对转入有异议的，请联系主管机关。"
      style={{ marginBottom: 16 }}
    />
  );
}
