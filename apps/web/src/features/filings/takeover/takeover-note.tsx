import { Alert } from 'antd';
import type { Filing } from '../queries';
import { beforeHandingIn, ownInWords } from './words';

/** While it is filled in: what stands in the register under the code or in the house, and what that asks for. */
export function TakeoverNote({ filing }: { readonly filing: Filing }) {
  const { takeover } = filing;
  if (takeover === null) return null;
  return beforeHandingIn(takeover, ownInWords(filing)).map((said) => (
    <Alert
      key={said}
      type={takeover.taken || takeover.required || takeover.own !== null ? 'warning' : 'info'}
      showIcon
      title={said}
      style={{ marginBottom: 16 }}
    />
  ));
}

/** The same on the page of the case, where a draft is deleted. */
export function OwnHomeNote({ filing }: { readonly filing: Filing }) {
  const said = ownInWords(filing);
  return said === null ? null : (
    <p className="notice" role="note">
      {said}
    </p>
  );
}
