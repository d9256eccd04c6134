import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';
import { KnownCode } from '../known-code';
import { knownBeside, prefilledInWords, takenOverInWords, wasBrought } from '../known-code-words';
import type { Filing } from '../queries';

/** At the code of a filing that is being filled in, whether it is known elsewhere: before the last step, not at it. */
export function SameCodeNote({ filing }: { readonly filing: Filing }) {
  const { id, kind, regime, institution } = filing;
  const { data } = useQuery({
    queryKey: ['filing', id, 'same-code', institution.uscc],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/same-code', { params: { path: { id } } })),
  });
  const known = knownBeside(data, filing);
  const prefilled =
    takenOverInWords(data?.ended ?? null, institution) ??
    prefilledInWords(known?.imported ?? [], institution);
  const draft = { brought: wasBrought(filing), atWindow: filing.assistance?.acting === true };
  return (
    <>
      <KnownCode kind={kind} regime={regime} known={known} draft={draft} prefilled={prefilled} />
      {data !== undefined && data.draftsUnseen > 0 && (
        <p className="remark" role="status">
          申请人的账号中另有 {data.draftsUnseen}{' '}
          份同一处场所（或者还没有填写地址）的草稿，还没有提交，窗口看不到内容。请与申请人核对用哪一份办理：用原来的草稿的，请退出代办，由申请人自己填写、提交；用这一份的，请申请人删除原来的草稿。
        </p>
      )}
    </>
  );
}
