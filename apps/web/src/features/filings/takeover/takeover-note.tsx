import { Alert } from 'antd';
import type { Filing } from '../queries';
import { beforeHandingIn } from './words';

/** While it is filled in: what stands in the register under the code or in the house, and what that asks for. */
export function TakeoverNote({ filing: { takeover } }: { readonly filing: Filing }) {
  if (takeover === null) return null;
  return beforeHandingIn(takeover).map((said) => (
    <Alert
      key={said}
      type={takeover.taken || takeover.required ? 'warning' : 'info'}
      showIcon
      title={said}
      style={{ marginBottom: 16 }}
    />
  ));
}
