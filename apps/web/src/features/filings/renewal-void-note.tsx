import { Alert } from 'antd';
import type { Filing } from './queries';

/** That nothing is left to go on: the licence was revoked, cancelled or closed while its renewal waited. */
export function RenewalVoidNote({ filing }: { readonly filing: Filing }) {
  if (!filing.renewalVoid) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="申请延续的许可在办理期间被撤销、注销，或者机构已终止服务，没有可以延续的许可：只能不予许可。申请人符合条件的，可以另行首次申请；撤销决定书写明一定期限内不得再次申请的，期满以后再申请。"
      style={{ marginBottom: 16 }}
    />
  );
}
