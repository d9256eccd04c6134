import type { Trouble } from './use-submission';

const WORDS: Readonly<Record<Trouble, string>> = {
  offline: '没有网络，检查结果没有提交。填写的内容还在，网络恢复后再提交。',
  checking: '没有收到答复，正在核对检查结果是否已经提交……',
  unknown:
    '没有网络，没有收到答复，还不能确定检查结果是否已经提交。填写的内容还在，网络恢复后先核对，没有提交的再提交。',
  lost: '刚才网络不通，检查结果没有提交。填写的内容还在，可以再次提交。',
};

interface SubmissionTroubleProps {
  readonly trouble: Trouble;
  readonly onCheck: () => void;
}

/** What became of a result for which no answer came. */
export function SubmissionTrouble({ trouble, onCheck }: SubmissionTroubleProps) {
  return (
    <div className="hand-warning" role="alert">
      {WORDS[trouble]}
      {trouble === 'unknown' && (
        <button type="button" className="link-button" onClick={onCheck}>
          现在核对
        </button>
      )}
    </div>
  );
}
