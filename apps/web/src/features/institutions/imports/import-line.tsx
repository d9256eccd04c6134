import { useMutation } from '@tanstack/react-query';
import { STATE_LABELS } from '@zhaoguan/contracts';
import { Button, Progress } from 'antd';
import { carryOut } from '../../../shared/api/carry-out';
import { sizeInWords } from '../../../shared/files/size-in-words';
import { saveFile } from '../../../shared/files/use-file';
import { instantInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { Mark, type Tone } from '../../../shared/ui/mark';
import { IMPORTS_PATH, useDirectoryImport, type DirectoryImport } from './queries';
import { takenInPart } from './taken-in-part';

const TONES: Readonly<Record<DirectoryImport['state'], Tone>> = {
  QUEUED: 'running',
  RUNNING: 'running',
  DONE: 'good',
  BROKEN_OFF: 'attention',
  UNREADABLE: 'stopped',
};

/** One file: how far it has come, then what became of its rows. */
export function ImportLine({ line }: { readonly line: DirectoryImport }) {
  const now = useDirectoryImport(line);
  const { fileName, size, state, share, requestedAt, endedAt, problem } = now;
  const taken = takenInPart(now);
  return (
    <article>
      <strong style={{ overflowWrap: 'anywhere' }}>{fileName}</strong>{' '}
      <Mark tone={taken?.tone ?? TONES[state]}>
        {taken?.label ?? STATE_LABELS['directory-import'][state]}
      </Mark>
      <p className="muted">
        {sizeInWords(size)}，{instantInWords(requestedAt)} 提交
        {endedAt !== null && `，${instantInWords(endedAt)} 结束`}
      </p>
      {endedAt === null ? (
        <>
          <Progress percent={Math.floor(share * 100)} aria-label={`${fileName}的导入进度`} />
          <p className="muted">
            可以离开本页，导入在后台继续。已核对 {now.rows} 行，新列入 {now.added}
            家；有误的行在结束以后一并列出。
          </p>
        </>
      ) : (
        <Outcome ended={now} />
      )}
      {problem !== null && <p role="alert">{problem}</p>}
    </article>
  );
}

function Outcome({ ended }: { readonly ended: DirectoryImport }) {
  const { id, state, rows, added, unchanged, faulty, remarked, skipped } = ended;
  const { ignoredColumns, recordedColumns } = ended;
  const saving = useMutation({
    mutationFn: () => saveFile(`${IMPORTS_PATH}/${id}/report`, '名录导入结果.csv'),
  });
  if (state === 'UNREADABLE') return null;
  return (
    <>
      <p>
        读取 {rows} 行：新列入 {added} 家，已在名录 {unchanged} 家，有误 {faulty} 行
        {remarked > 0 && `，导入的行中请核对 ${remarked} 行`}
        {skipped > 0 && `，跳过合计、说明 ${skipped} 行`}。
      </p>
      {recordedColumns.length > 0 && (
        <p className="muted">{recordedColumns.join('、')}由系统记录，不从表格读入。</p>
      )}
      {ignoredColumns.length > 0 && (
        <p className="muted">没有识别、没有读取的列：{ignoredColumns.join('、')}。</p>
      )}
      <Button loading={saving.isPending} onClick={() => carryOut(saving, undefined)}>
        {wordsOfReport(faulty, remarked)}
      </Button>
      {saving.error && <Failure error={saving.error} what="结果文件没有下载" />}
    </>
  );
}

function wordsOfReport(faulty: number, remarked: number): string {
  if (faulty > 0) return remarked > 0 ? '下载有误、请核对的行和原因' : '下载有误的行和原因';
  return remarked > 0 ? '下载请核对的行和原因' : '下载结果文件';
}
