import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { Button, Progress } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { sendFile } from '../../shared/files/send-file';
import { saveFile } from '../../shared/files/use-file';
import { Failure } from '../../shared/ui/failure';
import { Panel } from '../../shared/ui/panel';

type Outcome = Schemas['StaffImportDto'];
const MOST_SHOWN = 50;

/** The register as a spreadsheet: taken out, put right in Excel, and brought in again. */
export function StaffSheet({ institutionId }: { readonly institutionId: string }) {
  const path = `/api/v1/staff-sheet?institutionId=${institutionId}`;
  const blank = `/api/v1/staff-sheet/template?institutionId=${institutionId}`;
  const input = useId();
  const client = useQueryClient();
  const [progress, setProgress] = useState(0);
  const fetching = useMutation({ mutationFn: () => saveFile(blank, '从业人员名录模板.xlsx') });
  const sending = useMutation({
    mutationFn: (file: File) => sendFile<Outcome>(path, file, { method: 'POST', onProgress: setProgress }),
    onMutate: () => setProgress(0),
    onSuccess: () =>
      Promise.all(['staff', 'staff-coverage'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <Panel title="用 Excel 维护">
      <p className="muted">
        还没有登记过的，下载模板，按“填写示例”填写；登记过的，先在本页上方“导出
        Excel”中导出从业人员名录，按原来的列填写。然后导入：名录全部正确才会导入；已经登记过的人员和证件不会重复登记。
      </p>
      <Button loading={fetching.isPending} onClick={() => carryOut(fetching, undefined)}>
        下载模板
      </Button>{' '}
      <input
        id={input}
        className="visually-hidden"
        type="file"
        aria-label="导入名录"
        accept=".xlsx,.csv"
        disabled={sending.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) carryOut(sending, file);
          event.target.value = '';
        }}
      />
      <Button
        loading={sending.isPending}
        tabIndex={-1}
        onClick={() => document.getElementById(input)?.click()}
      >
        导入名录
      </Button>
      {sending.isPending && <Progress percent={Math.round(progress * 100)} aria-label="正在导入名录" />}
      {fetching.error && <Failure error={fetching.error} what="模板没有下载" />}
      {sending.error && <Failure error={sending.error} what="名录没有导入" />}
      {sending.data && <Report outcome={sending.data} />}
    </Panel>
  );
}

function Report({ outcome }: { readonly outcome: Outcome }) {
  const { rows, added, changed, credentials, faults, remarks } = outcome;
  if (faults.length === 0)
    return (
      <div role="status">
        <p>
          已导入：{rows} 人，其中新登记 {added} 人、变更 {changed} 人，新登记证件 {credentials} 份。
        </p>
        {remarks.length > 0 && (
          <>
            <p>
              有 {remarks.length} 处没有照表中的内容登记
              {remarks.length > MOST_SHOWN && `（先列出 ${MOST_SHOWN} 处）`}，请核对：
            </p>
            <Cells cells={remarks} />
          </>
        )}
      </div>
    );
  return (
    <div role="status">
      <p>
        名录没有导入，有 {faults.length} 处需要改正
        {faults.length > MOST_SHOWN && `（先列出 ${MOST_SHOWN} 处）`}：
      </p>
      <Cells cells={faults} />
    </div>
  );
}

/** Where in the file something is, and what. */
function Cells({ cells }: { readonly cells: Outcome['faults'] }) {
  return (
    <ul>
      {cells.slice(0, MOST_SHOWN).map(({ row, column, value, reason }) => (
        <li key={`${row}/${column}/${reason}`}>
          {row === null ? '' : `第 ${row} 行 `}
          {column}
          {value !== '' && `“${value}”`}
          {column === '' ? '' : '：'}
          {reason}
        </li>
      ))}
    </ul>
  );
}
