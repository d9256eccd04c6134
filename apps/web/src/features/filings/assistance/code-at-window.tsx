import { useQuery } from '@tanstack/react-query';
import { checkUscc } from '@zhaoguan/kernel';
import { Form, type FormInstance } from 'antd';
import { api, bodyOf } from '../../../shared/api/client';
import { useSettled } from '../../../shared/form/use-settled';
import { KnownCode } from '../known-code';
import { unseenInWords } from '../known-code-words';
import type { Applicant } from './applicant-fields';
import type { FilingToCome } from './window-office';

interface Typed extends FilingToCome {
  readonly applicant?: Partial<Applicant>;
}

/** At the window, as soon as account, kind and code are known: whether the same was begun in that account, before another is begun. */
export function CodeAtWindow<V extends object>({ form }: { readonly form: FormInstance<V> }) {
  const { applicant, kind, institution } = Form.useWatch((values) => values as Typed, form) ?? {};
  const check = checkUscc(institution?.uscc ?? '');
  const username = useSettled(applicant?.username?.trim() ?? '');
  const name = useSettled(applicant?.name?.trim() ?? '');
  const uscc = check.ok ? check.value : '';
  const { data } = useQuery({
    queryKey: ['filings', 'same-code', 'at-window', kind, uscc, username, name],
    queryFn: () =>
      kind === undefined
        ? null
        : bodyOf(
            api.POST('/api/v1/filings/assisted/same-code', {
              body: { kind, uscc, applicant: { username, name } },
            }),
          ),
    enabled: kind !== undefined && check.ok && username !== '' && name !== '',
    // Whose account it is not is refused when it is begun, in words at its field.
    retry: false,
  });
  if (kind === undefined || !data) return null;
  const unseen = unseenInWords(data);
  return (
    <>
      <KnownCode kind={kind} known={data} atWindow />
      {unseen !== null && (
        <p className="remark" role="status">
          {unseen}
        </p>
      )}
    </>
  );
}
